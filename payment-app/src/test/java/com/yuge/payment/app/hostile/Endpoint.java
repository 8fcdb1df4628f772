package com.yuge.payment.app.hostile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A path, and a request to it that changes nothing, whatever is done to one of its fields or bytes:
 * the order that it creates is there, the one that it pays has ended, no operator has a name, there
 * is no such order or refund to give money back of.
 *
 * @param fields JSON texts by field; none is no body
 */
record Endpoint(
    String name, String method, String path, boolean operators, Map<String, String> fields) {
  static final String ORDER_NO = "HOSTILE-1";
  static final String NOBODYS = "PAY20240101123000123000000000001";
  private static final String NO_REFUND = "REF20260101120000123000000000001";
  private static final String ZEROS = "\"" + "0".repeat(32) + "\"";

  static List<Endpoint> all(String payNo) {
    return Stream.of(ofOrders(payNo), ofRefunds(payNo), OperatorsEndpoints.all(payNo))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Endpoint> ofRefunds(String payNo) {
    String refund = "/payments/refunds/" + NO_REFUND;
    String refunds = "/payments/" + payNo + "/refunds";
    return List.of(
        post("refund", "/payments/" + NOBODYS + "/refunds", refund()),
        post("refund-callback", "/channels/mock/refunds", refundCallback()),
        post("refund-reconcile", refund + "/reconcile", fields("by", "h", "reason", "h")),
        post("refund-cancel", refund + "/cancel", fields("by", "h", "reason", "h")),
        post(
            "refund-resolve",
            refund + "/resolve",
            fields("by", "h", "reason", "h", "to", "FAILED")),
        get("refund-find", refund),
        get("refund-list", "/payments/refunds"),
        get("refunds-of-order", refunds),
        get("refund-by-order-no", refunds + "/order/" + ORDER_NO));
  }

  private static List<Endpoint> ofOrders(String payNo) {
    String order = "/payments/" + payNo;
    return List.of(
        post("create", "/payments", fields("orderNo", ORDER_NO, "amount", "7.00")),
        post("callback-md5", "/payments/mock-callback", callback(payNo)),
        post("callback-hmac", "/payments/mock-callback", signedPayload(payNo)),
        post("channel-callback", "/channels/mock/payments", callback(payNo)),
        post("reconcile", "/payments/" + NOBODYS + "/reconcile", fields("by", "h", "reason", "h")),
        post("pay", order + "/pay", Map.of()),
        post("pay-by", order + "/pay", fields("payerId", "p", "clientIp", "192.0.2.1")),
        post("accept", "/payments/unapplied/1/accept", fields("by", "h", "reason", "h")),
        get("unapplied", "/payments/unapplied"),
        get("claims", "/payments/claims"),
        get("overdue", "/payments/overdue"),
        get("trade", "/payments/trade"),
        get("find", order),
        get("find-by-order", "/payments/order/" + ORDER_NO),
        get("timeline", order + "/timeline"),
        get("sign", "/payments/generate-signature"),
        get("nowhere", "/nowhere"),
        get("root", "/"),
        get("error", "/error"));
  }

  boolean hasBody() {
    return !fields.isEmpty();
  }

  byte[] body() {
    return hasBody() ? Bytes.utf8(json(fields)) : new byte[0];
  }

  /** Who has no key may come here: the answer is another one than that a key is missing. */
  boolean isOpen() {
    return path.equals("/payments/mock-callback")
        || path.equals("/channels/mock/payments")
        || path.equals("/channels/mock/refunds")
        || path.equals("/actuator/health");
  }

  List<String> headers() {
    if (!hasBody()) {
      return List.of();
    }
    return name.equals("callback-hmac")
        ? List.of(Bytes.JSON, "X-Payment-Key-Id: dev-1", "X-Payment-Signature: " + "0".repeat(64))
        : List.of(Bytes.JSON);
  }

  static String json(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Map<String, String> callback(String payNo) {
    Map<String, String> fields =
        fields("payNo", payNo, "callbackStatus", "SUCCESS", "channelTradeNo", "MOCK_1");
    fields.put("timestamp", "\"1704067200000\"");
    fields.put("nonce", "\"abc123\"");
    fields.put("signature", ZEROS);
    return fields;
  }

  private static Map<String, String> signedPayload(String payNo) {
    Map<String, String> fields = callback(payNo);
    fields.remove("signature");
    fields.put("amount", "\"7.00\"");
    fields.put("currency", "\"CNY\"");
    return fields;
  }

  private static Map<String, String> refund() {
    return fields("refundOrderNo", "r1", "amount", "1.00", "reason", "h", "tradeNo", "MOCK_1");
  }

  private static Map<String, String> refundCallback() {
    Map<String, String> fields = fields("refundNo", NO_REFUND, "status", "SUCCESS");
    fields.put("channelRefundNo", "\"MOCK_R1\"");
    fields.put("timestamp", "\"1704067200000\"");
    fields.put("nonce", "\"abc123\"");
    fields.put("signature", ZEROS);
    return fields;
  }

  static Map<String, String> fields(String... namesAndTexts) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      fields.put(namesAndTexts[i], "\"" + namesAndTexts[i + 1] + "\"");
    }
    return fields;
  }

  private static Endpoint post(String name, String path, Map<String, String> fields) {
    return new Endpoint(name, "POST", path, false, fields);
  }

  private static Endpoint get(String name, String path) {
    return new Endpoint(name, "GET", path, false, Map.of());
  }
}
