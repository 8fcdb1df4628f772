package com.yuge.payment.in.security;

import com.yuge.payment.in.Answer;
import java.util.Map;

/** The request to an endpoint for what merchant B has; or, to compare, for what nobody has. */
record RequestAboutB(Endpoint endpoint, String target, String body) {
  static final String CREATE = "POST /payments";
  static final String SIGN = "GET /payments/generate-signature";

  private static final String BY_LI = "{\"by\":\"li\",\"reason\":\"why\"%s}";
  private static final Map<String, String> NOBODYS =
      Map.of(
          "payNo", "PAY20240101123000123000000000099",
          "orderNo", "NOBODY",
          "refundNo", "REF20240101123000123000000000099",
          "refundOrderNo", "NOBODY",
          "id", "999999");

  static RequestAboutB of(Endpoint endpoint, TwoMerchants merchants) {
    Map<String, String> numbers =
        Map.of(
            "payNo",
            endpoint.path().endsWith("/pay") ? merchants.open : merchants.paid,
            "orderNo",
            "B-PAID",
            "refundNo",
            merchants.refund,
            "refundOrderNo",
            "B-REFUND",
            "id",
            merchants.unapplied);
    String query =
        switch (endpoint.toString()) {
          case SIGN ->
              "?callbackStatus=SUCCESS&timestamp=1704067200000&nonce=abc123&payNo="
                  + merchants.open;
          case "GET /payments/trade" -> "?channel=MOCK&tradeNo=B-TRADE";
          default -> "";
        };
    return new RequestAboutB(endpoint, endpoint.target(numbers) + query, body(endpoint));
  }

  private static String body(Endpoint endpoint) {
    return switch (endpoint.toString()) {
      case CREATE -> TwoMerchants.ORDER_OF_B;
      case "POST /payments/{payNo}/pay" -> "{}";
      case "POST /payments/{payNo}/refunds" -> TwoMerchants.refund("B-AGAIN");
      case "POST /payments/refunds/{refundNo}/resolve" -> BY_LI.formatted(",\"to\":\"FAILED\"");
      default -> endpoint.method().equals("POST") ? BY_LI.formatted("") : "";
    };
  }

  /** The same for numbers that nobody has. */
  RequestAboutB ofNobody() {
    return new RequestAboutB(endpoint, endpoint.target(NOBODYS), body);
  }

  boolean hasNumberInPath() {
    return endpoint.path().contains("{");
  }

  boolean says(String secret) {
    return target.contains(secret) || body.contains(secret);
  }

  Answer by(String key, TwoMerchants merchants) throws Exception {
    return merchants.call(key, endpoint.method(), target, body);
  }

  Answer asHead(String key, TwoMerchants merchants) throws Exception {
    return merchants.call(key, "HEAD", target, "");
  }
}
