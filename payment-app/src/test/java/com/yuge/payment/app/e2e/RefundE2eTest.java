package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaidOrders.Paid;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Money goes back, and everybody who has to know sees it; late money goes back by itself. */
class RefundE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_refund_story");
  private final ConfigurableApplicationContext service = ServiceInJvm.start(arguments());
  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final PaymentApi api = ServiceInJvm.api(service);
  private final RefundApi refunds = new RefundApi(api);
  private final PaidOrders orders = new PaidOrders(api, channel);
  private final StoredOrders stored = new StoredOrders(database.jdbc());

  @AfterEach
  void end() {
    channel.behave();
    ServiceInJvm.stop(service);
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.add("--payment.refund.late.delay=1s");
    return arguments;
  }

  @Test
  void aPartGoesBackThenTheRestThenNothing() {
    Paid order = orders.paid("60.00");
    awaitOrder(order, "PAID");

    Answer part = refunds.ask(order.payNo(), "R1", "20.00");
    assertThat(part.http()).isEqualTo(200);
    assertThat(part.text("status")).isEqualTo("SUCCESS");
    awaitOrder(order, "PARTLY_REFUNDED");
    assertTotals(order, 20.0, 0.0);

    Answer tooMuch = refunds.ask(order.payNo(), "R2", "40.01");
    assertThat(tooMuch.text("cause")).isEqualTo("EXCEEDS");
    assertThat(tooMuch.data().path("refundable").asDouble()).isEqualTo(40.0);

    Answer rest = refunds.ask(order.payNo(), "R3", "40.00");
    assertThat(rest.text("status")).isEqualTo("SUCCESS");
    awaitOrder(order, "REFUNDED");
    assertTotals(order, 60.0, 0.0);
    assertThat(channel.refunded(order.payNo(), order.tradeNo())).isEqualTo("60.00");
    assertThat(stored.events(order.payNo()))
        .containsExactly("PAYMENT_SUCCEEDED", "REFUND_SUCCEEDED", "REFUND_SUCCEEDED");
    assertThat(stored.audit(order.payNo()))
        .containsSubsequence(
            "REFUND CREATED", "REFUND_ASK DONE", "REFUND CREATED", "REFUND_ASK DONE");
    assertThat(refunds.of(order.payNo()))
        .extracting(refund -> refund.path("refundOrderNo").asString())
        .containsExactly("R1", "R3");
  }

  @Test
  void lateMoneyGoesBackByItselfAndTheTimelineShowsIt() {
    Paid order = orders.late("5.00");

    awaitOrder(order, "REFUNDED");

    assertThat(channel.refunded(order.payNo(), order.tradeNo())).isEqualTo("5.00");
    assertThat(refunds.of(order.payNo()))
        .singleElement()
        .satisfies(
            refund -> {
              assertThat(refund.path("origin").asString()).isEqualTo("AUTO");
              assertThat(refund.path("status").asString()).isEqualTo("SUCCESS");
            });
    assertThat(api.find(order.payNo()).text("status")).isEqualTo("FAILED");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(timeline(order))
                    .containsSubsequence(
                        "EVENT PAYMENT_FAILED",
                        "STEP QUERY",
                        "STEP REFUND",
                        "STEP REFUND_ASK",
                        "EVENT REFUND_SUCCEEDED",
                        "PUBLISHED REFUND_SUCCEEDED")
                    .contains("EVENT PAYMENT_LATE_SUCCEEDED"));
  }

  private List<String> timeline(Paid order) {
    return api.get("/payments/" + order.payNo() + "/timeline")
        .data()
        .path("steps")
        .valueStream()
        .map(step -> step.path("kind").asString() + " " + step.path("what").asString())
        .toList();
  }

  private void assertTotals(Paid order, double refunded, double refunding) {
    Answer found = api.find(order.payNo());
    assertThat(found.text("status")).isEqualTo("SUCCESS");
    assertThat(found.data().path("refundedAmount").asDouble()).isEqualTo(refunded);
    assertThat(found.data().path("refundingAmount").asDouble()).isEqualTo(refunding);
  }

  private static void awaitOrder(Paid order, String status) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(TestStack.ONE.orders().status(order.orderNo())).contains(status));
  }
}
