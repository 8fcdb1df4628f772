package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.domain.shared.RefundNo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The channel's answer about a refund. The signature covers the caller's nonce, so an old answer
 * cannot be used for a later call.
 *
 * @param result a state of the refund, REFUSED or NO_REFUND
 * @param code why it is refused
 * @param refund null if it is not in the books
 */
record RefundAnswer(
    String result, @Nullable String code, @Nullable BookedRefund refund, boolean signed) {
  static final RefundAnswer NO_REFUND = new RefundAnswer("NO_REFUND", null, null, true);

  private static final String DOMAIN = "refund-answer-v1";
  private static final List<String> FIELDS =
      List.of(
          "refundNo",
          "nonce",
          "result",
          "code",
          "amount",
          "currency",
          "channelRefundNo",
          "refundedAt");

  static RefundAnswer of(BookedRefund refund) {
    return switch (refund.state()) {
      case PROCESSING, SUCCESS, ABNORMAL, CLOSED ->
          new RefundAnswer(refund.state().name(), null, refund, true);
      case DENIED -> NO_REFUND;
    };
  }

  static RefundAnswer refused(String code) {
    return new RefundAnswer("REFUSED", code, null, true);
  }

  RefundAnswer unsigned() {
    return new RefundAnswer(result, code, refund, false);
  }

  Map<String, String> body(RefundNo refundNo, String nonce, Signing signing) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("refundNo", refundNo.value());
    fields.put("nonce", nonce);
    fields.put("result", result);
    if (code != null) {
      fields.put("code", code);
    }
    if (refund != null) {
      put(refund, fields);
    }
    if (signed) {
      String signature = Signatures.hmac(DOMAIN, fields, FIELDS, signing);
      if (signing.keyId() != null) {
        fields.put("keyId", signing.keyId());
      }
      fields.put("signature", signature);
    }
    return fields;
  }

  private static void put(BookedRefund refund, Map<String, String> fields) {
    fields.put("amount", refund.amount().amount().toPlainString());
    fields.put("currency", refund.amount().currency().getCurrencyCode());
    fields.put("channelRefundNo", refund.channelRefundNo());
    if (refund.refundedAt() != null) {
      fields.put("refundedAt", refund.refundedAt().toString());
    }
  }
}
