package com.yuge.payment.out.redis;

import java.net.URI;
import java.util.Set;
import org.springframework.beans.propertyeditors.URIEditor;

/** Where Redis is, as it is configured. It may hold a password, so reports never print it. */
record RedisUri(String text) {
  private static final Set<String> SCHEMES = Set.of("redis", "rediss");

  /** For Spring, which makes it of a setting. */
  public RedisUri {}

  boolean isRedis() {
    try {
      URI uri = address();
      return SCHEMES.contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && uri.getPort() > 0;
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }

  /** As Spring reads it: a password's special characters may stand as they are. */
  URI address() {
    URIEditor editor = new URIEditor();
    editor.setAsText(text);
    return (URI) editor.getValue();
  }

  @Override
  public String toString() {
    return "***";
  }
}
