package com.yuge.payment.orderservice;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an event that the order-service uses. It ignores all others.
 *
 * @param amount the amount of the payment or refund; absent if the channel did not report it
 * @param tradeNo the payment at the channel; a refund names the payment that it gives back
 * @param refundedTotal what has gone back of this payment by now; only in events about refunds
 * @param payAmount the amount that the order asks for; only in events about refunds
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
    @Nullable String refundNo,
    @Nullable BigDecimal refundedTotal,
    @Nullable BigDecimal payAmount,
    @Nullable String failCode,
    String traceId) {

  /** Compares only the value: 5.0 pays 5.00. */
  boolean pays(BigDecimal price) {
    return amount != null && amount.compareTo(price) == 0;
  }

  /** Whether it can be a refund of an order with this price: its total includes its amount. */
  boolean isRefundAt(BigDecimal price) {
    return amount != null
        && refundedTotal != null
        && payAmount != null
        && amount.signum() > 0
        && refundedTotal.compareTo(amount) >= 0
        && payAmount.compareTo(price) == 0;
  }
}
