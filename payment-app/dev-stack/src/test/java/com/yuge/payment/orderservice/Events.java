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
    BigDecimal taken = amount == null ? null : new BigDecimal(amount);
    String currency = amount == null ? null : "CNY";
    String eventId = UUID.randomUUID().toString();
    return new PaymentEvent(eventId, "PAY-1", orderNo, taken, currency, kind, "T-1", "trace-1");
  }
}
