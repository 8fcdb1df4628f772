package com.yuge.payment.in.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;

/** Money that a channel took and that does not settle the order. */
@JsonPropertyOrder({"tradeNo", "amount", "currency", "at"})
record StrayPaymentResponse(String tradeNo, BigDecimal amount, String currency, String at) {}
