package com.yuge.payment.channelfakes.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * A callback about a payment. It is signed anew for every try, because the receiver may refuse an
 * old timestamp. The signing code is separate from the service's code, as in another company.
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

  static SignedCallback of(PayNo payNo, Payment payment, Instant now, Signing signing) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("payNo", payNo.value());
    fields.put("callbackStatus", payment.status().name());
    fields.put("channelTradeNo", payment.tradeNo().value());
    fields.put("timestamp", Long.toString(now.toEpochMilli()));
    fields.put("nonce", payment.nonce());
    try {
      return switch (signing.scheme()) {
        case MD5 -> byMd5(fields, signing.secret());
        case HMAC_V2 -> byHmacV2(fields, payment, signing);
        case HMAC_V3 -> byHmacV3(fields, payment, signing);
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has MD5 and HmacSHA256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("memory failed", e);
    }
  }

  private static SignedCallback byMd5(Map<String, String> fields, String secret)
      throws GeneralSecurityException {
    String text =
        fields.get("callbackStatus")
            + fields.get("nonce")
            + fields.get("payNo")
            + fields.get("timestamp")
            + secret;
    byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
    fields.put("signature", HexFormat.of().withUpperCase().formatHex(digest));
    return new SignedCallback(JSON.writeValueAsString(fields), Map.of());
  }

  private static SignedCallback byHmacV2(
      Map<String, String> fields, Payment payment, Signing signing)
      throws GeneralSecurityException, IOException {
    putAmount(fields, payment);
    return byHmac(fields, "payment-callback-v2", FIELDS_V2, signing);
  }

  private static SignedCallback byHmacV3(
      Map<String, String> fields, Payment payment, Signing signing)
      throws GeneralSecurityException, IOException {
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
      Map<String, String> fields, String version, List<String> signed, Signing signing)
      throws GeneralSecurityException, IOException {
    String keyId = Objects.requireNonNull(signing.keyId());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream text = new DataOutputStream(bytes);
    write(text, version);
    write(text, keyId);
    for (String field : signed) {
      write(text, fields.getOrDefault(field, ""));
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(signing.secret().getBytes(UTF_8), "HmacSHA256"));
    String signature = HexFormat.of().formatHex(mac.doFinal(bytes.toByteArray()));
    return new SignedCallback(
        JSON.writeValueAsString(fields),
        Map.of("X-Payment-Key-Id", keyId, "X-Payment-Signature", signature));
  }

  private static void write(DataOutputStream text, String field) throws IOException {
    byte[] utf8 = field.getBytes(UTF_8);
    text.writeInt(utf8.length);
    text.write(utf8);
  }
}
