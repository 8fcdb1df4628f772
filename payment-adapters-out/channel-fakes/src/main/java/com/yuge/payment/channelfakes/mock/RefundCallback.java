package com.yuge.payment.channelfakes.mock;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the callback about a refund. With MD5 it has no amount, because MD5 would not cover it. */
final class RefundCallback {
  private static final String DOMAIN = "refund-callback-v1";
  private static final List<String> FIELDS =
      List.of(
          "refundNo",
          "status",
          "amount",
          "currency",
          "channelRefundNo",
          "refundedAt",
          "timestamp",
          "nonce");

  private RefundCallback() {}

  static SignedCallback of(BookedRefund refund, Instant now, Signing signing) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("refundNo", refund.refundNo().value());
    fields.put("status", refund.state().name());
    fields.put("timestamp", Long.toString(now.toEpochMilli()));
    fields.put("nonce", refund.callback().nonce());
    return switch (signing.scheme()) {
      case MD5 -> byMd5(fields, signing);
      case HMAC_V2, HMAC_V3 -> byHmac(fields, refund, signing);
    };
  }

  private static SignedCallback byMd5(Map<String, String> fields, Signing signing) {
    String text =
        fields.get("status")
            + fields.get("nonce")
            + fields.get("refundNo")
            + fields.get("timestamp");
    fields.put("signature", Signatures.md5(text + signing.secret()));
    return SignedCallback.of(fields, Map.of());
  }

  private static SignedCallback byHmac(
      Map<String, String> fields, BookedRefund refund, Signing signing) {
    fields.put("amount", refund.amount().amount().toPlainString());
    fields.put("currency", refund.amount().currency().getCurrencyCode());
    fields.put("channelRefundNo", refund.channelRefundNo());
    if (refund.refundedAt() != null) {
      fields.put("refundedAt", "%013d".formatted(refund.refundedAt().toEpochMilli()));
    }
    String keyId = Objects.requireNonNull(signing.keyId());
    return SignedCallback.of(
        fields,
        Map.of(
            "X-Payment-Key-Id",
            keyId,
            "X-Payment-Signature",
            Signatures.hmac(DOMAIN, fields, FIELDS, signing),
            "X-Payment-Signature-Version",
            "1"));
  }
}
