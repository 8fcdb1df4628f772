package com.yuge.payment.out.channel;

import com.yuge.payment.domain.callback.RawCallback;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A callback as it is sent over HTTP to a channel's address of this kind. */
public record SentCallback(String kind, Map<String, String> headers, String body) {
  public SentCallback {
    headers = Map.copyOf(headers);
  }

  /** Returns the same without this header. */
  public SentCallback without(String header) {
    Map<String, String> others = new HashMap<>(headers);
    if (others.remove(header) == null) {
      throw new IllegalArgumentException(header + " is not there to be removed");
    }
    return new SentCallback(kind, others, body);
  }

  /** Returns it as a reader gets it. */
  public RawCallback raw() {
    return new RawCallback(kind, headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
