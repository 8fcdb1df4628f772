package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an HMAC covers in a callback about a refund: all that the channel says.
 *
 * @param refundedAt milliseconds since 1970, as written; present in a success only
 */
record HmacRefundPayload(
    Md5RefundPayload text,
    Money amount,
    ChannelRefundNo channelRefundNo,
    @Nullable String refundedAt)
    implements SignedFields {
  private static final String DOMAIN = "refund-callback-v1";

  private static final Grammar REFUNDED_AT = Grammar.of("refundedAt", "refunded-at", "[0-9]{13}");

  HmacRefundPayload {
    boolean done = text.status() == MockRefundStatus.SUCCESS;
    if (done ? !REFUNDED_AT.accepts(refundedAt) : refundedAt != null) {
      throw new InvalidValue(REFUNDED_AT.field(), REFUNDED_AT.rule());
    }
  }

  static HmacRefundPayload of(RefundCallbackBody json) {
    return new HmacRefundPayload(
        Md5RefundPayload.of(json),
        HmacPayloadV2.money(json.amount(), json.currency()),
        new ChannelRefundNo(ChannelRefundNo.GRAMMAR.require(json.channelRefundNo())),
        json.refundedAt());
  }

  @Override
  public byte[] bytes(String keyId) {
    return LengthPrefixed.of(
        List.of(
            DOMAIN,
            keyId,
            text.refundNo().value(),
            text.status().name(),
            amount.amount().toPlainString(),
            amount.currency().getCurrencyCode(),
            channelRefundNo.value(),
            refundedAt == null ? "" : refundedAt,
            text.timestamp(),
            text.nonce()));
  }

  RefundAnswer answer() {
    Instant at = refundedAt == null ? null : Instant.ofEpochMilli(Long.parseLong(refundedAt));
    return text.status().answer(amount, channelRefundNo, at);
  }
}
