package com.yuge.payment.consumer;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * The order is paid.
 *
 * @param tradeNo {@code channelTradeNo} in the payload
 * @param paidAt when the payer paid, in the shop's time zone
 */
public record PaymentSucceeded(
    EventHeader header, BigDecimal amount, String tradeNo, LocalDateTime paidAt)
    implements PaymentEvent {
  static PaymentSucceeded of(EventFields fields) {
    return new PaymentSucceeded(
        EventHeader.of(fields),
        fields.amount("amount"),
        fields.text("channelTradeNo"),
        fields.time("paidAt"));
  }

  @Override
  public PaymentEventTag tag() {
    return PaymentEventTag.PAYMENT_SUCCEEDED;
  }

  @Override
  public void handleBy(PaymentEventHandler handler) {
    handler.onPaymentSucceeded(this);
  }
}
