package com.yuge.payment.out.channel.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's app at Alipay, and the keys that sign for it. The official SDK signs and verifies.
 * Its client is not used: loading that class clears a security setting of the whole JVM.
 *
 * @param appKey our private key of the app, Base64 of PKCS#8
 * @param alipayKeys Alipay's public keys for the app, Base64 of X.509; several while one is
 *     replaced
 */
record AlipayAccount(String appId, String sellerId, String appKey, List<String> alipayKeys) {
  static final String SIGN_TYPE = "RSA2";
  private static final String CHARSET = StandardCharsets.UTF_8.name();

  AlipayAccount {
    alipayKeys = List.copyOf(alipayKeys);
  }

  /** The id under which orders store their account. */
  String id() {
    return id(appId, sellerId);
  }

  static String id(@Nullable String appId, @Nullable String sellerId) {
    return appId + ":" + sellerId;
  }

  /** Returns a copy of this account that also accepts the other account's public keys. */
  AlipayAccount withKeysOf(AlipayAccount other) {
    List<String> keys = Stream.concat(alipayKeys.stream(), other.alipayKeys.stream()).toList();
    return new AlipayAccount(appId, sellerId, appKey, keys);
  }

  /** Signs parameters; those without a value are left out. */
  String sign(Map<String, String> parameters) {
    try {
      return AlipaySignature.sign(
          AlipaySignature.getSignContent(parameters), appKey, CHARSET, SIGN_TYPE);
    } catch (AlipayApiException e) {
      throw new IllegalStateException("cannot sign with the private key of app " + appId, e);
    }
  }

  /** Whether Alipay signed this text for the app. */
  boolean isSigned(String text, String signature) {
    return !text.isEmpty()
        && !signature.isEmpty()
        && alipayKeys.stream().anyMatch(key -> verifies(text, signature, key));
  }

  private static boolean verifies(String text, String signature, String key) {
    try {
      return AlipaySignature.rsaCheck(text, signature, key, CHARSET, SIGN_TYPE);
    } catch (AlipayApiException e) {
      return false; // Not a signature at all: wrong length or no Base64.
    }
  }

  @Override
  public String toString() {
    return id();
  }
}
