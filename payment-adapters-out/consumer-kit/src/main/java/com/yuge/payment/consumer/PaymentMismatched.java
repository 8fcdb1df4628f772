package com.yuge.payment.consumer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A channel took money that is applied to no order.
 *
 * @param taken the money that was taken; its kind is MISMATCH, DUPLICATE or CLAIM
 */
public record PaymentMismatched(EventHeader header, TakenMoney taken) implements PaymentEvent {
  static PaymentMismatched of(EventFields fields) {
    return new PaymentMismatched(EventHeader.of(fields), TakenMoney.of(fields));
  }

  @Override
  public PaymentEventTag tag() {
    return PaymentEventTag.PAYMENT_MISMATCHED;
  }

  @Override
  public @Nullable BigDecimal amount() {
    return taken.amount();
  }

  @Override
  public String tradeNo() {
    return taken.tradeNo();
  }

  @Override
  public void handleBy(PaymentEventHandler handler) {
    handler.onPaymentMismatched(this);
  }
}
