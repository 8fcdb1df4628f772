package com.yuge.payment.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.Crew;
import com.yuge.payment.app.e2e.PaidOrders;
import com.yuge.payment.app.e2e.PaidOrders.Paid;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.RefundApi;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Shops that refund one order after the other, in some threads, until it is closed. */
final class RefundLoad implements AutoCloseable {
  private static final Duration END = Duration.ofMinutes(3);
  private static final List<String> PARTS = List.of("2.00", "2.00", "1.00", "0.01");

  private final ServiceLives lives;
  private final MockChannelClient channel;
  private final Crew crew;
  private final Queue<Paid> orders = new ConcurrentLinkedQueue<>();
  private final Map<String, String> accepted = new ConcurrentHashMap<>();

  private RefundLoad(int count, ServiceLives lives, MockChannelClient channel) {
    this.lives = lives;
    this.channel = channel;
    this.crew = Crew.start(count, END, (thread, turn) -> refundOrder(thread + turn));
  }

  static RefundLoad start(int threads, ServiceLives lives, MockChannelClient channel) {
    return new RefundLoad(threads, lives, channel);
  }

  private void refundOrder(int i) throws Exception {
    RefundPlan[] plans = RefundPlan.values();
    RefundPlan plan = plans[i % plans.length];
    boolean late = i % 4 == 0;
    // An order that a kill interrupts on its way is none of this proof's; the next one is tried.
    Paid order = lives.insist(api -> order(new PaidOrders(api, channel), late));
    orders.add(order);
    channel.spoil(order.payNo(), plan.faults());
    if (late) {
      cancelOrCheck(order, i % 8 == 0);
    } else {
      refundParts(order);
    }
  }

  private static Paid order(PaidOrders orders, boolean late) {
    return late ? orders.late("5.00") : orders.paid("5.00");
  }

  // One cent more than there is: the last part must be refused, whatever was killed meanwhile,
  // unless an earlier one has failed.
  private void refundParts(Paid order) throws Exception {
    for (int part = 0; part < PARTS.size(); part++) {
      String refundOrderNo = "R-" + part;
      String amount = PARTS.get(part);
      Answer answer =
          lives.insist(
              api -> new RefundApi(api).askUntilAnswered(order.payNo(), refundOrderNo, amount));
      if (answer.http() == 200) {
        String before = accepted.put(order.payNo() + refundOrderNo, answer.text("refundNo"));
        assertThat(before).isNull();
      } else {
        assertThat(answer.text("cause")).isEqualTo("EXCEEDS");
      }
    }
  }

  private void cancelOrCheck(Paid order, boolean cancels) throws Exception {
    String refundNo =
        lives.insist(
            api -> new RefundApi(api).of(order.payNo()).get(0).path("refundNo").asString());
    String before = accepted.put(order.payNo(), refundNo);
    assertThat(before).isNull();
    Answer answer =
        lives.insist(
            api ->
                cancels
                    ? new RefundApi(api).cancel(refundNo)
                    : new RefundApi(api).reconcile(refundNo));
    assertThat(answer.http()).isIn(200, 409);
  }

  List<Paid> orders() {
    return List.copyOf(orders);
  }

  /** The refund numbers that callers were told, by order and refund order number. */
  Map<String, String> accepted() {
    return Map.copyOf(accepted);
  }

  int count() {
    return accepted.size();
  }

  /** Fails when a shop did. */
  @Override
  public void close() {
    crew.close();
  }
}
