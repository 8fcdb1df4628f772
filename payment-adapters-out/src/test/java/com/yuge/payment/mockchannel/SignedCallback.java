package com.yuge.payment.mockchannel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.domain.shared.PayNo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the channel tells of a payment. Signed anew in every try, since whoever hears it may refuse
 * an old timestamp.
 */
final class SignedCallback {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SignedCallback() {}

  static String json(PayNo payNo, Payment payment, Instant now, String secret) {
    String status = payment.verdict().name();
    String timestamp = Long.toString(now.toEpochMilli());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("payNo", payNo.value());
    fields.put("callbackStatus", status);
    fields.put("channelTradeNo", payment.tradeNo().value());
    fields.put("timestamp", timestamp);
    fields.put("nonce", payment.nonce());
    fields.put("signature", md5(status + payment.nonce() + payNo + timestamp + secret));
    return JSON.writeValueAsString(fields);
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
