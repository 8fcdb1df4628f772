package com.yuge.payment.consumer;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The payment failed, and this pay order has ended without money.
 *
 * @param amount the amount that the order asked for
 * @param tradeNo {@code channelTradeNo} in the payload; null if there was no trade
 */
public record PaymentFailed(
    EventHeader header, BigDecimal amount, @Nullable String tradeNo, LocalDateTime failedAt)
    implements PaymentEvent {
  static PaymentFailed of(EventFields fields) {
    return new PaymentFailed(
        EventHeader.of(fields),
        fields.amount("amount"),
        fields.optionalText("channelTradeNo"),
        fields.time("failedAt"));
  }

  @Override
  public PaymentEventTag tag() {
    return PaymentEventTag.PAYMENT_FAILED;
  }

  @Override
  public void handleBy(PaymentEventHandler handler) {
    handler.onPaymentFailed(this);
  }
}
