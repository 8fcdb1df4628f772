package com.yuge.payment.consumer;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Nobody paid in time, and this pay order has ended without money.
 *
 * @param amount the amount that the order asked for
 */
public record PaymentClosed(
    EventHeader header, BigDecimal amount, String reason, LocalDateTime closedAt)
    implements PaymentEvent {
  static PaymentClosed of(EventFields fields) {
    return new PaymentClosed(
        EventHeader.of(fields),
        fields.amount("amount"),
        fields.text("reason"),
        fields.time("closedAt"));
  }

  @Override
  public PaymentEventTag tag() {
    return PaymentEventTag.PAYMENT_CLOSED;
  }

  @Override
  public @Nullable String tradeNo() {
    return null;
  }

  @Override
  public void handleBy(PaymentEventHandler handler) {
    handler.onPaymentClosed(this);
  }
}
