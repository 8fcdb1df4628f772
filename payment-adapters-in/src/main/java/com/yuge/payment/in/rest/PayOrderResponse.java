package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A pay order as callers see it; what is not known yet is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "id",
  "payNo",
  "orderNo",
  "amount",
  "status",
  "statusDesc",
  "channel",
  "payUrl",
  "channelTradeNo",
  "paidAt",
  "expireAt",
  "createdAt",
  "lateSuccess",
  "mismatch"
})
record PayOrderResponse(
    long id,
    String payNo,
    String orderNo,
    BigDecimal amount,
    String status,
    String statusDesc,
    String channel,
    @Nullable String payUrl,
    @Nullable String channelTradeNo,
    @Nullable String paidAt,
    String expireAt,
    String createdAt,
    @Nullable StrayPaymentResponse lateSuccess,
    @Nullable StrayPaymentResponse mismatch) {}
