package com.yuge.payment.out.channel.mock;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 in lower-case hex with one of several keys, so that keys can be rotated. */
final class HmacSignatures {
  private static final String ALGORITHM = "HmacSHA256";

  private final List<CallbackKey> keys;

  HmacSignatures(List<CallbackKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** Verifies in constant time, to hide where a forgery differs. Key ids are not secret. */
  boolean verify(SignedFields fields, SignatureHeaders headers) {
    byte[] given = headers.signatureBytes();
    boolean genuine = false;
    for (CallbackKey key : keys) {
      genuine |= key.id().equals(headers.keyId()) && MessageDigest.isEqual(mac(fields, key), given);
    }
    return genuine;
  }

  static String sign(SignedFields fields, CallbackKey key) {
    return HexFormat.of().formatHex(mac(fields, key));
  }

  private static byte[] mac(SignedFields fields, CallbackKey key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
      return mac.doFinal(fields.bytes(key.id()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
