package com.yuge.payment.channelfakes.mock;

import org.jspecify.annotations.Nullable;

/**
 * How the channel vouches for what it tells.
 *
 * @param keyId names the key of an HMAC; null with MD5
 */
public record Signing(Scheme scheme, @Nullable String keyId, String secret) {
  /** What is signed, and by which algorithm. */
  public enum Scheme {
    MD5,
    HMAC_V2,
    /** Also says when the payer paid. */
    HMAC_V3
  }

  /** By the old scheme. */
  public static Signing md5(String secret) {
    return new Signing(Scheme.MD5, null, secret);
  }

  /** By scheme 2. */
  public static Signing hmac(String keyId, String secret) {
    return new Signing(Scheme.HMAC_V2, keyId, secret);
  }

  /** By scheme 3. */
  public static Signing hmacV3(String keyId, String secret) {
    return new Signing(Scheme.HMAC_V3, keyId, secret);
  }

  public Signing {
    boolean named = keyId != null && !keyId.isBlank();
    if (secret.isBlank() || named == (scheme == Scheme.MD5)) {
      throw new IllegalArgumentException("a secret, and for an HMAC a key id, none blank");
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Signing[" + scheme + ", " + keyId + "]";
  }
}
