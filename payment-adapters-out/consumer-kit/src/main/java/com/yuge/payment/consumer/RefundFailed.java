package com.yuge.payment.consumer;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A refund failed, and the money stays. A new refund needs a new refundOrderNo.
 *
 * @param failCode the channel's code for the reason; null if the channel gave none
 */
public record RefundFailed(
    EventHeader header, RefundDetails refund, @Nullable String failCode, LocalDateTime failedAt)
    implements RefundEvent {
  static RefundFailed of(EventFields fields) {
    return new RefundFailed(
        EventHeader.of(fields),
        RefundDetails.of(fields),
        fields.optionalText("failCode"),
        fields.time("failedAt"));
  }

  @Override
  public PaymentEventTag tag() {
    return PaymentEventTag.REFUND_FAILED;
  }

  @Override
  public void handleBy(PaymentEventHandler handler) {
    handler.onRefundFailed(this);
  }
}
