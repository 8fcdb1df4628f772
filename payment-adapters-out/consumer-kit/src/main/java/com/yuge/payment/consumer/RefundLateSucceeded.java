package com.yuge.payment.consumer;

import java.time.LocalDateTime;

/**
 * Money went back although {@link RefundFailed} was published before.
 *
 * @param refundedAt when it went back, in the shop's time zone
 */
public record RefundLateSucceeded(
    EventHeader header, RefundDetails refund, LocalDateTime refundedAt) implements RefundEvent {
  static RefundLateSucceeded of(EventFields fields) {
    return new RefundLateSucceeded(
        EventHeader.of(fields), RefundDetails.of(fields), fields.time("refundedAt"));
  }

  @Override
  public PaymentEventTag tag() {
    return PaymentEventTag.REFUND_LATE_SUCCEEDED;
  }

  @Override
  public void handleBy(PaymentEventHandler handler) {
    handler.onRefundLateSucceeded(this);
  }
}
