package com.yuge.payment.domain.callback;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came over HTTP to a channel's address, as it came. Anybody may have sent it. */
public final class RawCallback {
  private final String kind;
  private final TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final byte[] body;

  /**
   * @param kind which of the channel's addresses it came to
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

  /** The header's value, however its name is written; an empty value is not an absent one. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public byte[] body() {
    return body.clone();
  }
}
