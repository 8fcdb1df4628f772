package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;

import com.yuge.payment.domain.callback.RawCallback;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A notification that is genuine, unless the test changes it: each step has its own switch. */
final class Notice {
  static final String PAY_NO = "PAY20260301100304567000000000177";
  static final String REFUND_NO = "REF20260301100304567000000000177";

  static final String PAID =
      """
      {"mchid":"%s","appid":"%s","out_trade_no":"%s",\
      "transaction_id":"4200001234202603010000000001","trade_type":"NATIVE",\
      "trade_state":"SUCCESS","trade_state_desc":"paid","bank_type":"OTHERS","attach":"",\
      "success_time":"2026-03-01T10:03:01+08:00","payer":{"openid":"o-payer"},\
      "amount":{"total":9999,"payer_total":9000,"currency":"CNY","payer_currency":"CNY"}}"""
          .formatted(WechatBench.MCH_ID, WechatBench.APP_ID, PAY_NO);

  static final String REFUNDED =
      """
      {"mchid":"%s","out_trade_no":"%s","transaction_id":"4200001234202603010000000001",\
      "out_refund_no":"%s","refund_id":"50000000382026030100000000001",\
      "refund_status":"SUCCESS","success_time":"2026-03-01T10:03:02+08:00",\
      "user_received_account":"change",\
      "amount":{"total":9999,"refund":4000,"payer_total":9000,"payer_refund":3600}}"""
          .formatted(WechatBench.MCH_ID, PAY_NO, REFUND_NO);

  private String kind = "payments";
  private String event = "TRANSACTION.SUCCESS";
  private String content = PAID;
  private String apiKey = WechatBench.API_KEY;
  private String algorithm = "SHA256withRSA";
  private PrivateKey key = WechatBench.PLATFORM.getPrivate();
  private Duration age = Duration.ZERO;
  private UnaryOperator<String> beforeSigning = body -> body;
  private UnaryOperator<String> afterSigning = body -> body;
  private final Map<String, String> headers = new HashMap<>();

  static Notice ofPayment() {
    return new Notice();
  }

  static Notice ofRefund() {
    Notice notice = new Notice().at("refunds").event("REFUND.SUCCESS");
    notice.content = REFUNDED;
    return notice;
  }

  private Notice() {
    headers.put("Content-Type", "application/json");
    headers.put("Wechatpay-Serial", WechatBench.KEY_ID);
    headers.put("Wechatpay-Nonce", "EbxXI0VIcJ5w5u1DNbmvIgrhyNkvYFsi");
    headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
  }

  Notice at(String otherKind) {
    kind = otherKind;
    return this;
  }

  Notice event(String other) {
    event = other;
    return this;
  }

  /** Replaces a part of what is encrypted. */
  Notice saying(String before, String after) {
    if (!content.contains(before)) {
      throw new IllegalArgumentException(before + " is not there to be replaced");
    }
    content = content.replace(before, after);
    return this;
  }

  Notice content(String other) {
    content = other;
    return this;
  }

  Notice encryptedFor(String otherApiKey) {
    apiKey = otherApiKey;
    return this;
  }

  Notice signedBy(PrivateKey other) {
    key = other;
    return this;
  }

  Notice signedWith(String otherAlgorithm) {
    algorithm = otherAlgorithm;
    return this;
  }

  /** Negative for the future. */
  Notice aged(Duration other) {
    age = other;
    return this;
  }

  Notice body(UnaryOperator<String> other) {
    beforeSigning = other;
    return this;
  }

  Notice altered(UnaryOperator<String> other) {
    afterSigning = other;
    return this;
  }

  Notice header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  RawCallback raw() {
    String timestamp = String.valueOf(NOW.minus(age).getEpochSecond());
    String body = beforeSigning.apply(envelope());
    String signed = timestamp + "\n" + headers.get("Wechatpay-Nonce") + "\n" + body + "\n";
    Map<String, String> sent = new HashMap<>();
    sent.put("Wechatpay-Timestamp", timestamp);
    sent.put("Wechatpay-Signature", WechatBench.sign(signed, key, algorithm));
    sent.putAll(headers);
    return new RawCallback(kind, sent, afterSigning.apply(body).getBytes(StandardCharsets.UTF_8));
  }

  RawCallback without(String header) {
    RawCallback whole = raw();
    Map<String, String> sent = new HashMap<>();
    for (String name :
        new String[] {
          "Content-Type",
          "Wechatpay-Timestamp",
          "Wechatpay-Nonce",
          "Wechatpay-Serial",
          "Wechatpay-Signature"
        }) {
      if (!name.equals(header)) {
        sent.put(name, whole.header(name).orElseThrow());
      }
    }
    return new RawCallback(kind, sent, whole.body());
  }

  private String envelope() {
    return """
        {"id":"0fd35fb1-6d0a-5b6b-a1f2-2f2e3a4b5c6d","create_time":"2026-03-01T10:03:02+08:00",\
        "resource_type":"encrypt-resource","event_type":"%s","summary":"told",\
        "resource":{"original_type":"transaction","algorithm":"AEAD_AES_256_GCM",\
        "ciphertext":"%s","associated_data":"transaction","nonce":"aabbccddeeff"}}"""
        .formatted(event, encrypted());
  }

  private String encrypted() {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(apiKey.getBytes(StandardCharsets.UTF_8), "AES"),
          new GCMParameterSpec(128, "aabbccddeeff".getBytes(StandardCharsets.UTF_8)));
      cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
      byte[] secret = cipher.doFinal(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
