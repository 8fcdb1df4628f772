package com.yuge.payment.consumer;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Money that a channel took and that differs from what the order asks for.
 *
 * @param kind how the money relates to the order, such as DUPLICATE
 * @param amount null if the channel did not say how much
 * @param currency ISO 4217; null with the amount
 * @param orderAmount the amount that the order asks for
 * @param receivedAt when the payment service heard of it, in the shop's time zone
 */
public record TakenMoney(
    String kind,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    String tradeNo,
    BigDecimal orderAmount,
    LocalDateTime receivedAt) {
  static TakenMoney of(EventFields fields) {
    return new TakenMoney(
        fields.text("kind"),
        fields.optionalAmount("amount"),
        fields.optionalText("currency"),
        fields.text("tradeNo"),
        fields.amount("orderAmount"),
        fields.time("receivedAt"));
  }
}
