package com.yuge.payment.out.channel.mock;

import java.nio.charset.StandardCharsets;

/**
 * A secret shared with a channel, and the name under which its signatures refer to it.
 *
 * @param id 1 to 64 letters, digits, dots, underscores or hyphens; not secret
 */
record CallbackKey(String id, String secret) {
  static final String ID = "[A-Za-z0-9._-]{1,64}";

  byte[] bytes() {
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  /** Without the secret: records end up in logs. */
  @Override
  public String toString() {
    return "CallbackKey[" + id + "]";
  }
}
