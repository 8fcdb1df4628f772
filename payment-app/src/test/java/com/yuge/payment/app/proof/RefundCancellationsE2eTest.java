package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.PaidOrders;
import com.yuge.payment.app.e2e.PaidOrders.Paid;
import com.yuge.payment.app.e2e.Parallel;
import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.RefundApi;
import com.yuge.payment.app.e2e.ServiceInJvm;
import com.yuge.payment.app.e2e.StoredRefunds;
import com.yuge.payment.app.e2e.StoredRefunds.Stored;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A refund is cancelled while its channel is about to be asked: it is one or the other. */
class RefundCancellationsE2eTest {
  private static final int ROUNDS = ProofScale.LONG ? 500 : 40;

  private final ServiceDatabase database =
      TestStack.ONE.createDatabase("proof_refund_cancellations");
  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final ConfigurableApplicationContext service = ServiceInJvm.start(database.arguments());
  private final PaymentApi api = ServiceInJvm.api(service);
  private final RefundApi refunds = new RefundApi(api);
  private final PaidOrders orders = new PaidOrders(api, channel);
  private final StoredRefunds stored = new StoredRefunds(database.jdbc());
  private final Deadlocks before = Deadlocks.in(database.jdbc());

  private enum Winner {
    CANCELLATION,
    REFUND
  }

  @AfterEach
  void end() {
    ServiceInJvm.stop(service);
  }

  @Test
  void whatIsCancelledIsNeverAskedForAndWhatIsAskedForIsNeverCancelled() throws Exception {
    Map<Winner, Integer> winners = new EnumMap<>(Winner.class);
    for (int round = 0; round < ROUNDS; round++) {
      Paid order = orders.late("5.00");
      String refundNo = stored.of(order.payNo()).get(0).refundNo();
      // The operator hesitates, each time a little longer, so that each side wins sometimes.
      long hesitation = TimeUnit.MICROSECONDS.toNanos(round % 20 * 500L);

      List<Answer> answers =
          Parallel.run(
              List.of(() -> refunds.reconcile(refundNo), () -> cancel(refundNo, hesitation)));

      assertThat(answers.get(0).http()).isEqualTo(200);
      winners.merge(winner(order, answers.get(1)), 1, Integer::sum);
    }
    System.out.println("cancellations against calls: " + winners);
    assertThat(winners).containsOnlyKeys(Winner.values());
    assertThat(Deadlocks.in(database.jdbc())).isEqualTo(before);
  }

  private Answer cancel(String refundNo, long hesitation) {
    LockSupport.parkNanos(hesitation);
    return refunds.cancel(refundNo);
  }

  private Winner winner(Paid order, Answer cancellation) {
    boolean cancelled = cancellation.http() == 200;
    Stored refund = stored.of(order.payNo()).get(0);
    assertThat(refund.status()).isEqualTo(cancelled ? "FAILED" : "SUCCESS");
    assertThat(channel.refunded(order.payNo(), order.tradeNo()))
        .isEqualTo(cancelled ? "0.00" : "5.00");
    assertThat(channel.refund(order.payNo(), refund.refundNo()).isMissingNode())
        .isEqualTo(cancelled);
    if (!cancelled) {
      assertThat(cancellation.http()).isEqualTo(409);
      assertThat(cancellation.text("cause")).isIn("ASKED", "DECIDED");
    }
    return cancelled ? Winner.CANCELLATION : Winner.REFUND;
  }
}
