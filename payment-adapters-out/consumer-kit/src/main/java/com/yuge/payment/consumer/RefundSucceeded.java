package com.yuge.payment.consumer;

import java.time.LocalDateTime;

/**
 * Money went back.
 *
 * @param refundedAt when it went back, in the shop's time zone
 */
public record RefundSucceeded(EventHeader header, RefundDetails refund, LocalDateTime refundedAt)
    implements RefundEvent {
  static RefundSucceeded of(EventFields fields) {
    return new RefundSucceeded(
        EventHeader.of(fields), RefundDetails.of(fields), fields.time("refundedAt"));
  }

  @Override
  public PaymentEventTag tag() {
    return PaymentEventTag.REFUND_SUCCEEDED;
  }

  @Override
  public void handleBy(PaymentEventHandler handler) {
    handler.onRefundSucceeded(this);
  }
}
