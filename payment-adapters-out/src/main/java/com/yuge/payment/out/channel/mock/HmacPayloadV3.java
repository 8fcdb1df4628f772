package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Version 3: everything that version 2 covers, and the time of payment.
 *
 * @param paidAt milliseconds since 1970, as written; present in a success only
 */
record HmacPayloadV3(HmacPayloadV2 v2, @Nullable String paidAt) implements HmacPayload {
  private static final String DOMAIN = "payment-callback-v3";

  private static final Grammar PAID_AT = Grammar.of("paidAt", "paid-at", "[0-9]{13}");

  HmacPayloadV3 {
    boolean paid = v2.text().status() == Status.SUCCESS;
    if (paid ? !PAID_AT.accepts(paidAt) : paidAt != null) {
      throw new InvalidValue(PAID_AT.field(), PAID_AT.rule());
    }
  }

  static HmacPayloadV3 of(CallbackBody json) {
    return new HmacPayloadV3(HmacPayloadV2.of(json), json.paidAt());
  }

  @Override
  public Md5Payload text() {
    return v2.text();
  }

  @Override
  public byte[] bytes(String keyId) {
    return LengthPrefixed.of(
        List.of(
            DOMAIN,
            keyId,
            text().payNo().value(),
            text().status().name(),
            v2.tradeNoText(),
            v2.amount().amount().toPlainString(),
            v2.amount().currency().getCurrencyCode(),
            paidAt == null ? "" : paidAt,
            text().timestamp(),
            text().nonce()));
  }

  @Override
  public ChannelResult result() {
    return new ChannelResult(
        text().payNo(), text().status(), v2.tradeNo(), v2.amount(), paidAtInstant());
  }

  private @Nullable Instant paidAtInstant() {
    return paidAt == null ? null : Instant.ofEpochMilli(Long.parseLong(paidAt));
  }
}
