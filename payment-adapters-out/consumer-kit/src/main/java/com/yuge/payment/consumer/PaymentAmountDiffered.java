package com.yuge.payment.consumer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A payment that was published before turns out to have another amount.
 *
 * @param taken the money that was taken; its kind is SETTLED, LATE, MISMATCH or DUPLICATE
 */
public record PaymentAmountDiffered(EventHeader header, TakenMoney taken) implements PaymentEvent {
  static PaymentAmountDiffered of(EventFields fields) {
    return new PaymentAmountDiffered(EventHeader.of(fields), TakenMoney.of(fields));
  }

  @Override
  public PaymentEventTag tag() {
    return PaymentEventTag.PAYMENT_AMOUNT_DIFFERED;
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
    handler.onPaymentAmountDiffered(this);
  }
}
