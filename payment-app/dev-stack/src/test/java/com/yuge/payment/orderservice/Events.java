package com.yuge.payment.orderservice;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as the payment service publishes them, each about an order of its own number. */
final class Events {
  private Events() {}

  static String orderNo() {
    return "O-" + UUID.randomUUID().toString().substring(0, 23);
  }

  static PaymentEvent of(String orderNo, @Nullable String amount) {
    return of(orderNo, amount, null);
  }

  static PaymentEvent of(String orderNo, @Nullable String amount, @Nullable String kind) {
    String currency = amount == null ? null : "CNY";
    return new PaymentEvent(
        eventId(),
        "PAY-1",
        orderNo,
        decimal(amount),
        currency,
        kind,
        "T-1",
        null,
        null,
        null,
        null,
        "trace-1");
  }

  /** A refund after which this total has gone back of the one payment that all events name. */
  static PaymentEvent refund(
      String orderNo, @Nullable String amount, @Nullable String total, @Nullable String payAmount) {
    return refundOf("T-1", orderNo, amount, total, payAmount);
  }

  static PaymentEvent refundOf(
      String tradeNo,
      String orderNo,
      @Nullable String amount,
      @Nullable String total,
      @Nullable String payAmount) {
    return new PaymentEvent(
        eventId(),
        "PAY-1",
        orderNo,
        decimal(amount),
        null,
        null,
        tradeNo,
        "REF-1",
        decimal(total),
        decimal(payAmount),
        null,
        "trace-1");
  }

  private static String eventId() {
    return UUID.randomUUID().toString();
  }

  private static @Nullable BigDecimal decimal(@Nullable String amount) {
    return amount == null ? null : new BigDecimal(amount);
  }
}
