package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.RandomHex;
import com.yuge.payment.channelfakes.rsa.RsaPem;
import com.yuge.payment.channelfakes.rsa.RsaSignature;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Signs answers and notifications. */
final class PlatformSigner {
  /** Real probes begin like this too. */
  private static final String PROBE = "WECHATPAY/SIGNTEST/";

  private final String keyId;
  private final PrivateKey key;

  /** What is wrong with a signature. */
  enum Fault {
    NONE,
    WRONG_SIGNATURE,
    WRONG_SERIAL,
    PROBE
  }

  PlatformSigner(FakeWechatKeys keys) {
    this.keyId = keys.platformPublicKeyId();
    this.key = RsaPem.privateKey(keys.platformPrivateKeyPem());
  }

  /** Returns the headers that sign this body. */
  Map<String, String> sign(String body, Instant now, Fault fault) {
    String timestamp = Long.toString(now.getEpochSecond());
    String nonce = RandomHex.digits(32);
    String signed = fault == Fault.WRONG_SIGNATURE ? body + " " : body;
    String signature = RsaSignature.sign(timestamp + "\n" + nonce + "\n" + signed + "\n", key);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Wechatpay-Timestamp", timestamp);
    headers.put("Wechatpay-Nonce", nonce);
    headers.put("Wechatpay-Signature", fault == Fault.PROBE ? PROBE + signature : signature);
    headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
    headers.put("Wechatpay-Serial", fault == Fault.WRONG_SERIAL ? other(keyId) : keyId);
    headers.put("Request-ID", RandomHex.digits(32).toUpperCase(Locale.ROOT));
    return headers;
  }

  private static String other(String keyId) {
    return new StringBuilder(keyId).reverse().toString();
  }
}
