package com.yuge.payment.app.torture;

import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The channel's books of all orders that were begun; a missing node where it knows of none. */
record Books(Map<String, JsonNode> byPayNo) {
  static Books read(MockChannelClient channel, List<Purchase> purchases) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    purchases.stream()
        .map(purchase -> purchase.payNo)
        .filter(payNo -> !payNo.isEmpty())
        .forEach(payNo -> all.put(payNo, channel.seen(payNo)));
    return new Books(all);
  }

  private JsonNode of(String payNo) {
    return byPayNo.getOrDefault(payNo, MissingNode.getInstance());
  }

  /** Payments of an order that took money. */
  List<JsonNode> payments(String payNo) {
    return of(payNo)
        .path("payments")
        .valueStream()
        .filter(payment -> payment.path("status").asString().equals("SUCCESS"))
        .toList();
  }

  /** Refunds of an order that are in this state. */
  List<String> refunds(String payNo, String state) {
    return of(payNo)
        .path("refunds")
        .valueStream()
        .filter(refund -> refund.path("status").asString().equals(state))
        .map(refund -> refund.path("refundNo").asString())
        .toList();
  }

  /** Orders of which the channel took money under a number that is none of these. */
  List<String> payNumbersWithout(Set<String> tradeNumbers) {
    return byPayNo.keySet().stream()
        .filter(
            payNo ->
                payments(payNo).stream()
                    .anyMatch(paid -> !tradeNumbers.contains(paid.path("tradeNo").asString())))
        .toList();
  }
}
