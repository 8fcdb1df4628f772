package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pay order as callers see it; what is not known yet is left out.
 *
 * @param receivedAt when we heard of the payment
 * @param paidAmount what the channel says was paid
 * @param amountStatus of a paid order: whether that is what the order asks for
 * @param unappliedPayments money that a channel took for it and that is not applied to it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "id",
  "payNo",
  "orderNo",
  "amount",
  "subject",
  "status",
  "statusDesc",
  "channel",
  "payUrl",
  "channelTradeNo",
  "paidAt",
  "receivedAt",
  "paidAmount",
  "amountStatus",
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
    String status,
    String statusDesc,
    String channel,
    @Nullable String payUrl,
    @Nullable String channelTradeNo,
    @Nullable String paidAt,
    @Nullable String receivedAt,
    @Nullable BigDecimal paidAmount,
    @Nullable String amountStatus,
    String expireAt,
    String createdAt,
    List<PaymentResponse> unappliedPayments) {}
