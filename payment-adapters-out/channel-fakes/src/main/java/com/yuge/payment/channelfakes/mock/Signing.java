package com.yuge.payment.channelfakes.mock;

import org.jspecify.annotations.Nullable;

/**
 * How the channel signs its callbacks.
 *
 * @param keyId id of the HMAC key; null with MD5
 */
public record Signing(Scheme scheme, @Nullable String keyId, String secret) {
  /** The signed fields, and the algorithm. */
  public enum Scheme {
    MD5,
    HMAC_V2,
    /** Also covers the time of payment. */
    HMAC_V3
  }

  /** Signs by the old scheme. */
  public static Signing md5(String secret) {
    return new Signing(Scheme.MD5, null, secret);
  }

  /** Signs by HMAC version 2. */
  public static Signing hmac(String keyId, String secret) {
    return new Signing(Scheme.HMAC_V2, keyId, secret);
  }

  /** Signs by HMAC version 3. */
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
