package com.yuge.payment.out.redis;

import java.net.URI;
import java.util.Set;
import org.springframework.beans.propertyeditors.URIEditor;

/** The configured address of Redis. It may contain a password, so reports never print it. */
record RedisUri(String text) {
  private static final Set<String> SCHEMES = Set.of("redis", "rediss");

  /** For Spring, which creates it from a setting. */
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

  /** Parses the text as Spring does: special characters of a password need no escapes. */
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
