package com.yuge.payment.channelfakes.alipay;

import java.net.URI;
import java.util.Map;

/** What a notification says, without its time and its signature, and where it goes. */
record Notification(String outTradeNo, URI url, Map<String, String> fields) {
  Notification {
    fields = Map.copyOf(fields);
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
