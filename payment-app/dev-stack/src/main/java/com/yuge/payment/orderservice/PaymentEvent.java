package com.yuge.payment.orderservice;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an event that the order-service uses. It ignores all others.
 *
 * @param amount absent if the channel did not report the amount
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

  /** Compares only the value: 5.0 pays 5.00. */
  boolean pays(BigDecimal price) {
    return amount != null && amount.compareTo(price) == 0;
  }
}
