package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;

import com.yuge.payment.domain.callback.RawCallback;
import com.yuge.payment.out.channel.CallbackTarget;
import com.yuge.payment.out.channel.FalseCallback;
import com.yuge.payment.out.channel.SentCallback;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
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

  static final CallbackTarget FIXED = new CallbackTarget(PAY_NO, PAY_NO, REFUND_NO, NOW);
  static final String PAID = paid(FIXED);

  private String kind = "payments";
  private String event = "TRANSACTION.SUCCESS";
  private String content;
  private String apiKey = WechatBench.API_KEY;
  private String algorithm = "SHA256withRSA";
  private PrivateKey key = WechatBench.PLATFORM.getPrivate();
  private Duration age = Duration.ZERO;
  private final Instant now;
  private UnaryOperator<String> beforeSigning = body -> body;
  private UnaryOperator<String> afterSigning = body -> body;
  private final Map<String, String> headers = new HashMap<>();

  static Notice ofPayment() {
    return ofPayment(FIXED);
  }

  static Notice ofPayment(CallbackTarget target) {
    return new Notice(paid(target), target.now());
  }

  static Notice ofRefund() {
    return ofRefund(FIXED);
  }

  static Notice ofRefund(CallbackTarget target) {
    return new Notice(refunded(target), target.now()).at("refunds").event("REFUND.SUCCESS");
  }

  /** The content of a notification of the payment. */
  static String paid(CallbackTarget target) {
    return """
        {"mchid":"%s","appid":"%s","out_trade_no":"%s",\
        "transaction_id":"4200001234202603010000000001","trade_type":"NATIVE",\
        "trade_state":"SUCCESS","trade_state_desc":"paid","bank_type":"OTHERS","attach":"",\
        "success_time":"2026-03-01T10:03:01+08:00","payer":{"openid":"o-payer"},\
        "amount":{"total":9999,"payer_total":9000,"currency":"CNY","payer_currency":"CNY"}}"""
        .formatted(WechatBench.MCH_ID, WechatBench.APP_ID, target.payNo());
  }

  /** The content of a notification of the refund. */
  static String refunded(CallbackTarget target) {
    return """
        {"mchid":"%s","out_trade_no":"%s","transaction_id":"4200001234202603010000000001",\
        "out_refund_no":"%s","refund_id":"50000000382026030100000000001",\
        "refund_status":"SUCCESS","success_time":"2026-03-01T10:03:02+08:00",\
        "user_received_account":"change",\
        "amount":{"total":9999,"refund":4000,"payer_total":9000,"payer_refund":3600}}"""
        .formatted(WechatBench.MCH_ID, target.paidNo(), target.refundNo());
  }

  private Notice(String content, Instant now) {
    this.content = content;
    this.now = now;
    headers.put("Content-Type", "application/json");
    headers.put("Wechatpay-Serial", WechatBench.KEY_ID);
    headers.put("Wechatpay-Nonce", "EbxXI0VIcJ5w5u1DNbmvIgrhyNkvYFsi");
    headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
  }

  static FalseCallback refused(String name, String reason, Notice notice) {
    return new FalseCallback(name, reason, notice.sent());
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

  SentCallback sent() {
    String timestamp = String.valueOf(now.minus(age).getEpochSecond());
    String body = beforeSigning.apply(envelope());
    String signed = timestamp + "\n" + headers.get("Wechatpay-Nonce") + "\n" + body + "\n";
    Map<String, String> all = new HashMap<>();
    all.put("Wechatpay-Timestamp", timestamp);
    all.put("Wechatpay-Signature", WechatBench.sign(signed, key, algorithm));
    all.putAll(headers);
    return new SentCallback(kind, all, afterSigning.apply(body));
  }

  RawCallback raw() {
    return sent().raw();
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
