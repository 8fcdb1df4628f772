package com.yuge.payment.orderservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.consumer.PaymentEvent;
import com.yuge.payment.consumer.PaymentEventReader;
import com.yuge.payment.consumer.PaymentEventTag;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as the payment service publishes them, each about an order of its own number. One body has
 * the fields of all tags: a consumer ignores those that it does not know.
 */
final class Events {
  private static final String AT = "2026-11-22T12:00:30.123456";
  private static final Map<String, String> COMMON =
      Map.ofEntries(
          Map.entry("payNo", "PAY-1"),
          Map.entry("channel", "MOCK"),
          Map.entry("paidAt", AT),
          Map.entry("failedAt", AT),
          Map.entry("closedAt", AT),
          Map.entry("receivedAt", AT),
          Map.entry("refundedAt", AT),
          Map.entry("eventTime", AT),
          Map.entry("reason", "test"),
          Map.entry("closedStatus", "CLOSED"),
          Map.entry("refundNo", "REF-1"),
          Map.entry("origin", "CALLER"),
          Map.entry("traceId", "trace-1"),
          Map.entry("version", "1.0"));

  private Events() {}

  /** What is published, with any tag. */
  record Body(String orderNo, String eventId, String json) {
    PaymentEvent as(String tag) {
      return PaymentEventReader.withJackson3().read(PaymentEventTag.valueOf(tag), bytes());
    }

    byte[] bytes() {
      return json.getBytes(UTF_8);
    }
  }

  static String orderNo() {
    return "O-" + UUID.randomUUID().toString().substring(0, 23);
  }

  static Body of(String orderNo, @Nullable String amount) {
    return of(orderNo, amount, "SETTLED");
  }

  static Body of(String orderNo, @Nullable String amount, String kind) {
    return body("T-1", orderNo, amount, Map.of("kind", kind), Map.of("orderAmount", "5.00"));
  }

  /** A statement's event, which is about no order; its key stands for the number of the order. */
  static Body statement() {
    String key = "STATEMENT-" + Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000_000);
    String json =
        """
        {"eventId":"%1$s-1","statementKey":"%1$s","channel":"MOCK","merchant":"MOCK",
        "billDate":"2026-11-21","kind":"ALL","run":1,"lines":1,"foreignLines":0,"paid":5.00,
        "refunded":0.00,"fees":0.03000,"discrepancies":0,"eventTime":"%2$s","traceId":"trace-1",
        "version":"1.0"}
        """;
    return new Body(key, key + "-1", json.formatted(key, AT));
  }

  /** A refund after which this total has gone back of the one payment that all events name. */
  static Body refund(String orderNo, String amount, String total, String payAmount) {
    return refundOf("T-1", orderNo, amount, total, payAmount);
  }

  static Body refundOf(
      String tradeNo, String orderNo, String amount, String total, String payAmount) {
    Map<String, String> amounts = Map.of("refundedTotal", total, "payAmount", payAmount);
    return body(tradeNo, orderNo, amount, Map.of(), amounts);
  }

  private static Body body(
      String tradeNo,
      String orderNo,
      @Nullable String amount,
      Map<String, String> texts,
      Map<String, String> amounts) {
    Map<String, Object> fields = new LinkedHashMap<>(COMMON);
    String eventId = UUID.randomUUID().toString();
    fields.put("eventId", eventId);
    fields.put("orderNo", orderNo);
    fields.put("tradeNo", tradeNo);
    fields.put("channelTradeNo", tradeNo);
    fields.putAll(texts);
    amounts.forEach((name, value) -> fields.put(name, new BigDecimal(value)));
    if (amount != null) {
      fields.put("amount", new BigDecimal(amount));
    }
    return new Body(orderNo, eventId, JsonMapper.shared().writeValueAsString(fields));
  }
}
