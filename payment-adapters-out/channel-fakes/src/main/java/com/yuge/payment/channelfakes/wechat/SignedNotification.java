package com.yuge.payment.channelfakes.wechat;

import java.util.Map;

/** A notification as it is sent: headers that sign this body. */
public record SignedNotification(Map<String, String> headers, String body) {
  public SignedNotification {
    headers = Map.copyOf(headers);
  }
}
