package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a channel took.
 *
 * @param amount omitted until the channel has reported it
 * @param refundedAmount the amount that was given back of it
 * @param refundingAmount the amount of its refunds that are not decided yet
 * @param state OPEN, REFUNDED or ACCEPTED; omitted for the payment that is applied to its order
 * @param by the operator who accepted it
 * @param reason why the operator accepted it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "id",
  "channel",
  "tradeNo",
  "payNo",
  "kind",
  "amountKnown",
  "amount",
  "currency",
  "paidAt",
  "receivedAt",
  "refundedAmount",
  "refundingAmount",
  "state",
  "by",
  "reason"
})
record PaymentResponse(
    long id,
    String channel,
    String tradeNo,
    String payNo,
    String kind,
    boolean amountKnown,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String paidAt,
    String receivedAt,
    BigDecimal refundedAmount,
    BigDecimal refundingAmount,
    @Nullable String state,
    @Nullable String by,
    @Nullable String reason) {}
