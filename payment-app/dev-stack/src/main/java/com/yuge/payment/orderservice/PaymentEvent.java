package com.yuge.payment.orderservice;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the order-service reads of an event; fields it does not know are none of its business.
 *
 * @param amount absent when the channel did not say what it took
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PaymentEvent(
    String eventId,
    String payNo,
    String orderNo,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String kind,
    @JsonAlias("channelTradeNo") @Nullable String tradeNo,
    String traceId) {

  /** Compares the value alone: 5.0 pays 5.00. */
  boolean pays(BigDecimal price) {
    return amount != null && amount.compareTo(price) == 0;
  }
}
