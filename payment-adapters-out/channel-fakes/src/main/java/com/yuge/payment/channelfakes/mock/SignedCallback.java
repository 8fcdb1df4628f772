package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * A callback. It is signed anew for every try, because the receiver may refuse an old timestamp.
 */
public record SignedCallback(String json, Map<String, String> headers) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final List<String> FIELDS_V2 =
      List.of(
          "payNo", "callbackStatus", "channelTradeNo", "amount", "currency", "timestamp", "nonce");
  private static final List<String> FIELDS_V3 =
      List.of(
          "payNo",
          "callbackStatus",
          "channelTradeNo",
          "amount",
          "currency",
          "paidAt",
          "timestamp",
          "nonce");

  /** Creates the callback of a payment in full. */
  public static SignedCallback ofSuccess(PayNo payNo, Money amount, Instant now, Signing signing) {
    return of(payNo, Payment.of(Status.SUCCESS, amount, now), now, signing);
  }

  static SignedCallback of(Map<String, String> body, Map<String, String> headers) {
    return new SignedCallback(JSON.writeValueAsString(body), headers);
  }

  static SignedCallback of(PayNo payNo, Payment payment, Instant now, Signing signing) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("payNo", payNo.value());
    fields.put("callbackStatus", payment.status().name());
    fields.put("channelTradeNo", payment.tradeNo().value());
    fields.put("timestamp", Long.toString(now.toEpochMilli()));
    fields.put("nonce", payment.nonce());
    return switch (signing.scheme()) {
      case MD5 -> byMd5(fields, signing.secret());
      case HMAC_V2 -> byHmacV2(fields, payment, signing);
      case HMAC_V3 -> byHmacV3(fields, payment, signing);
    };
  }

  private static SignedCallback byMd5(Map<String, String> fields, String secret) {
    String text =
        fields.get("callbackStatus")
            + fields.get("nonce")
            + fields.get("payNo")
            + fields.get("timestamp");
    fields.put("signature", Signatures.md5(text + secret));
    return of(fields, Map.of());
  }

  private static SignedCallback byHmacV2(
      Map<String, String> fields, Payment payment, Signing signing) {
    putAmount(fields, payment);
    return byHmac(fields, "payment-callback-v2", FIELDS_V2, signing);
  }

  private static SignedCallback byHmacV3(
      Map<String, String> fields, Payment payment, Signing signing) {
    putAmount(fields, payment);
    if (payment.status() == Status.SUCCESS) {
      fields.put("paidAt", "%013d".formatted(payment.at().toEpochMilli()));
    }
    SignedCallback callback = byHmac(fields, "payment-callback-v3", FIELDS_V3, signing);
    Map<String, String> headers = new LinkedHashMap<>(callback.headers());
    headers.put("X-Payment-Signature-Version", "3");
    return new SignedCallback(callback.json(), headers);
  }

  private static void putAmount(Map<String, String> fields, Payment payment) {
    fields.put("amount", payment.amount().amount().toPlainString());
    fields.put("currency", payment.amount().currency().getCurrencyCode());
  }

  private static SignedCallback byHmac(
      Map<String, String> fields, String version, List<String> signed, Signing signing) {
    return of(
        fields,
        Map.of(
            "X-Payment-Key-Id",
            Objects.requireNonNull(signing.keyId()),
            "X-Payment-Signature",
            Signatures.hmac(version, fields, signed, signing)));
  }
}
