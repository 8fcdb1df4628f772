package com.yuge.payment.consumer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A refund of one payment.
 *
 * @param refundNo the payment service's number of the refund
 * @param refundOrderNo the shop's own number of it; null if the shop did not ask for the refund
 * @param amount the amount of this refund
 * @param refundedTotal all that has gone back of this payment
 * @param payAmount the amount that the order asked for
 * @param tradeNo the payment at its channel that the refund gives back
 * @param channelRefundNo the channel's number of the refund; null if the channel gave none
 * @param origin who asked for the refund: CALLER, AUTO or OPERATOR
 */
public record RefundDetails(
    String refundNo,
    @Nullable String refundOrderNo,
    BigDecimal amount,
    BigDecimal refundedTotal,
    BigDecimal payAmount,
    String tradeNo,
    @Nullable String channelRefundNo,
    String origin,
    String reason) {
  static RefundDetails of(EventFields fields) {
    return new RefundDetails(
        fields.text("refundNo"),
        fields.optionalText("refundOrderNo"),
        fields.amount("amount"),
        fields.amount("refundedTotal"),
        fields.amount("payAmount"),
        fields.text("tradeNo"),
        fields.optionalText("channelRefundNo"),
        fields.text("origin"),
        fields.text("reason"));
  }
}
