package com.yuge.payment.mockchannel;

import org.jspecify.annotations.Nullable;

/**
 * How the channel vouches for what it tells.
 *
 * @param keyId names the key of scheme 2; null is the old scheme
 */
public record Signing(@Nullable String keyId, String secret) {
  /** By the old scheme. */
  public static Signing md5(String secret) {
    return new Signing(null, secret);
  }

  /** By scheme 2. */
  public static Signing hmac(String keyId, String secret) {
    return new Signing(keyId, secret);
  }

  public Signing {
    if (secret.isBlank() || (keyId != null && keyId.isBlank())) {
      throw new IllegalArgumentException("a secret, and for scheme 2 a key id, none blank");
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Signing[" + (keyId == null ? "MD5" : keyId) + "]";
  }
}
