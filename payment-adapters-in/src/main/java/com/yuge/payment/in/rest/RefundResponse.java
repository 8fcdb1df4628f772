package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A refund as callers see it, with the names that its events have. Unknown values are omitted.
 *
 * @param refundOrderNo the caller's number; omitted if the service refunds by itself
 * @param orderNo omitted in the operators' list, as are the next two
 * @param refundedTotal the total that has gone back of the trade
 * @param payAmount the amount that the order asks for
 * @param asks how often the channel was called about it
 * @param lastError the last problem, for people
 * @param overdue whether it has waited so long for a decision that a person must look
 * @param lateAt when we learned that the channel made it although it had failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "id",
  "refundNo",
  "refundOrderNo",
  "payNo",
  "orderNo",
  "amount",
  "refundedTotal",
  "payAmount",
  "status",
  "statusDesc",
  "channel",
  "tradeNo",
  "channelRefundNo",
  "origin",
  "requestedBy",
  "reason",
  "failCode",
  "asks",
  "lastError",
  "overdue",
  "refundedAt",
  "lateAt",
  "createdAt",
  "updatedAt"
})
record RefundResponse(
    long id,
    String refundNo,
    @Nullable String refundOrderNo,
    String payNo,
    @Nullable String orderNo,
    BigDecimal amount,
    @Nullable BigDecimal refundedTotal,
    @Nullable BigDecimal payAmount,
    String status,
    String statusDesc,
    String channel,
    String tradeNo,
    @Nullable String channelRefundNo,
    String origin,
    String requestedBy,
    String reason,
    @Nullable String failCode,
    int asks,
    @Nullable String lastError,
    boolean overdue,
    @Nullable String refundedAt,
    @Nullable String lateAt,
    String createdAt,
    String updatedAt) {}
