package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.OfCallbacks;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Supplier;

/** Orders whose money is there, in an amount that the channel has told. */
public record PaidOrders(PaymentApi api, MockChannelClient channel, Supplier<String> orderNos) {
  private static final Faults NO_CALLBACK = Faults.ofCallbacks(OfCallbacks.LOST);
  private static final Duration SOON = Duration.ofSeconds(60);

  public PaidOrders(PaymentApi api, MockChannelClient channel) {
    this(api, channel, OrderNos.ANY);
  }

  /** An order, and the payment that the channel took for it. */
  public record Paid(String orderNo, String payNo, String tradeNo) {}

  public Paid paid(String amount) {
    Paid unpaid = opened(amount);
    Paid paid = pay(unpaid, amount);
    awaitFound(paid, "DECIDED");
    channel.spoil(paid.payNo(), Faults.NONE);
    return paid;
  }

  /** The order fails first, and then the money comes; the service does not know of it yet. */
  public Paid failedAndPaid(String amount) {
    Paid unpaid = opened(amount);
    Answer failed = api.callback(api.signedCallback(unpaid.payNo(), "FAILED", "MOCK_F", "nonce-f"));
    assertThat(failed.text("result")).isEqualTo("PROCESSED");
    return pay(unpaid, amount);
  }

  /** The same, and the service knows. */
  public Paid late(String amount) {
    Paid late = failedAndPaid(amount);
    awaitFound(late, "LATE");
    channel.spoil(late.payNo(), Faults.NONE);
    return late;
  }

  /** The order-service has it, and its payer may pay it; no callback tells of that. */
  private Paid opened(String amount) {
    String orderNo = orderNos.get();
    TestStack.ONE.orders().reserve(orderNo, new BigDecimal(amount));
    String payNo = PaymentApi.untilAnswered(SOON, () -> api.create(orderNo, amount)).text("payNo");
    await().atMost(SOON).pollDelay(Duration.ZERO).until(() -> api.pay(payNo).http() == 200);
    channel.spoil(payNo, NO_CALLBACK);
    return new Paid(orderNo, payNo, "");
  }

  // Other orders' faults can open the channel's circuit for a moment; then the answer is unknown.
  private void awaitFound(Paid order, String result) {
    await()
        .atMost(SOON)
        .pollDelay(Duration.ZERO)
        .until(() -> api.reconcile(order.payNo()).text("result").equals(result));
  }

  private Paid pay(Paid unpaid, String amount) {
    return new Paid(unpaid.orderNo(), unpaid.payNo(), channel.pay(unpaid.payNo(), amount));
  }
}
