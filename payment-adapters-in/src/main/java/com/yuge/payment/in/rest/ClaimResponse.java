package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A trade that a channel named for one order although it belongs to another order. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "channel", "tradeNo", "payNo", "amount", "currency", "receivedAt"})
record ClaimResponse(
    long id,
    String channel,
    String tradeNo,
    String payNo,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    String receivedAt) {}
