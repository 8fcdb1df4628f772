package com.yuge.payment.consumer;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * Money came for a pay order that had ended without it. By default the payment service refunds it
 * by itself.
 *
 * @param tradeNo {@code channelTradeNo} in the payload
 * @param paidAt when the payer paid, in the shop's time zone
 * @param closedStatus how the pay order had ended: CLOSED or FAILED
 */
public record PaymentLateSucceeded(
    EventHeader header,
    BigDecimal amount,
    String tradeNo,
    LocalDateTime paidAt,
    String closedStatus)
    implements PaymentEvent {
  static PaymentLateSucceeded of(EventFields fields) {
    return new PaymentLateSucceeded(
        EventHeader.of(fields),
        fields.amount("amount"),
        fields.text("channelTradeNo"),
        fields.time("paidAt"),
        fields.text("closedStatus"));
  }

  @Override
  public PaymentEventTag tag() {
    return PaymentEventTag.PAYMENT_LATE_SUCCEEDED;
  }

  @Override
  public void handleBy(PaymentEventHandler handler) {
    handler.onPaymentLateSucceeded(this);
  }
}
