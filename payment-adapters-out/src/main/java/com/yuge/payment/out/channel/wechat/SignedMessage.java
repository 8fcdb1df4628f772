package com.yuge.payment.out.channel.wechat;

import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.yuge.payment.domain.shared.Grammar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What WeChat Pay signs, in an answer as in a notification: a time, a nonce and the body. <a
 * href="https://pay.weixin.qq.com/doc/v3/merchant/4013053249">WeChat Pay's rules</a>
 *
 * @param serial names the key
 */
record SignedMessage(String timestamp, String nonce, String serial, String signature, String body) {
  private static final Grammar SECONDS = Grammar.of("timestamp", "seconds", "[0-9]{10}");
  private static final String RSA = "WECHATPAY2-SHA256-RSA2048";

  /**
   * Returns nothing if a header is missing, or the signature is of another type.
   *
   * @param header returns a header by its name, whatever its case
   */
  static Optional<SignedMessage> of(Function<String, Optional<String>> header, byte[] body) {
    Optional<String> timestamp = header.apply("Wechatpay-Timestamp").filter(SECONDS::accepts);
    Optional<String> nonce = header.apply("Wechatpay-Nonce");
    Optional<String> serial = header.apply("Wechatpay-Serial");
    Optional<String> signature = header.apply("Wechatpay-Signature");
    String text = new String(body, StandardCharsets.UTF_8);
    boolean isRsa = header.apply("Wechatpay-Signature-Type").map(RSA::equals).orElse(true);
    if (!isRsa || timestamp.isEmpty() || nonce.isEmpty() || serial.isEmpty()) {
      return Optional.empty();
    }
    return signature.map(
        base64 -> new SignedMessage(timestamp.get(), nonce.get(), serial.get(), base64, text));
  }

  /** Whether this very key has signed it. */
  boolean isSignedWith(WechatKeys keys) {
    // The SDK logs an error for each other serial, and anybody can send one.
    if (!serial.equals(keys.publicKeyId())) {
      return false;
    }
    String signed = timestamp + "\n" + nonce + "\n" + body + "\n";
    try {
      return new RSAVerifier(keys.publicKey(), keys.publicKeyId())
          .verify(serial, signed, signature);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /**
   * Whether WeChat Pay says that it has signed wrongly on purpose, to test whether signatures are
   * checked. <a href="https://pay.weixin.qq.com/doc/v3/merchant/4013053249">WeChat Pay's rules</a>
   */
  boolean isProbe() {
    return signature.startsWith("WECHATPAY/SIGNTEST/");
  }

  Instant sentAt() {
    return Instant.ofEpochSecond(Long.parseLong(timestamp));
  }
}
