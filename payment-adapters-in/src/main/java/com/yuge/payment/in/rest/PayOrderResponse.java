package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pay order as callers see it. Unknown values are omitted.
 *
 * @param payUrl the address that the payer pays at; absent for a script of the channel
 * @param payment what the payer's client has to do next; only in the answer to a request to pay
 * @param receivedAt when the service learned of the payment
 * @param paidAmount the amount paid, as the channel reports it
 * @param amountStatus for a paid order, whether the paid amount is the order's amount
 * @param refundedAmount the amount that was given back of the payment that paid the order
 * @param refundingAmount the amount of its refunds that are not decided yet
 * @param unappliedPayments payments that a channel took for this order and that are not applied to
 *     it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "id",
  "payNo",
  "orderNo",
  "amount",
  "subject",
  "merchantNo",
  "userNo",
  "status",
  "statusDesc",
  "channel",
  "payUrl",
  "payment",
  "channelTradeNo",
  "paidAt",
  "receivedAt",
  "paidAmount",
  "amountStatus",
  "refundedAmount",
  "refundingAmount",
  "expireAt",
  "createdAt",
  "unappliedPayments"
})
record PayOrderResponse(
    long id,
    String payNo,
    String orderNo,
    BigDecimal amount,
    @Nullable String subject,
    @Nullable String merchantNo,
    @Nullable String userNo,
    String status,
    String statusDesc,
    String channel,
    @Nullable String payUrl,
    @Nullable PayerActionResponse payment,
    @Nullable String channelTradeNo,
    @Nullable String paidAt,
    @Nullable String receivedAt,
    @Nullable BigDecimal paidAmount,
    @Nullable String amountStatus,
    @Nullable BigDecimal refundedAmount,
    @Nullable BigDecimal refundingAmount,
    String expireAt,
    String createdAt,
    List<PaymentResponse> unappliedPayments) {}
