package com.yuge.payment.out.channel.mock;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 in lower-case hex with one of several keys, so that keys can be rotated. */
final class HmacSignatures {
  private static final String ALGORITHM = "HmacSHA256";

  private final Map<String, CallbackKey> keys;

  HmacSignatures(List<CallbackKey> keys) {
    this.keys = keys.stream().collect(Collectors.toMap(CallbackKey::id, Function.identity()));
  }

  /** Verifies in constant time, to hide where a forgery differs. Key ids are not secret. */
  boolean verify(HmacPayload payload, SignatureHeaders headers) {
    CallbackKey key = keys.get(headers.keyId());
    return key != null && MessageDigest.isEqual(mac(payload, key), headers.signatureBytes());
  }

  static String sign(HmacPayload payload, CallbackKey key) {
    return HexFormat.of().formatHex(mac(payload, key));
  }

  private static byte[] mac(HmacPayload payload, CallbackKey key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
      return mac.doFinal(payload.bytes(key.id()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
