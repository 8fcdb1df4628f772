package com.yuge.payment.domain.callback;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A callback as received over HTTP at a channel's address. Anybody may have sent it. */
public final class RawCallback {
  private final String kind;
  private final TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final byte[] body;

  /**
   * @param kind the kind in the address that received it
   * @param headers the first value of each header
   */
  public RawCallback(String kind, Map<String, String> headers, byte[] body) {
    this.kind = kind;
    this.headers.putAll(headers);
    this.body = body.clone();
  }

  public String kind() {
    return kind;
  }

  /** The header's value, whatever the case of its name. An empty value counts as present. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public boolean hasBody() {
    return body.length > 0;
  }

  public byte[] body() {
    return body.clone();
  }
}
