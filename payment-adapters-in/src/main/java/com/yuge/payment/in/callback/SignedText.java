package com.yuge.payment.in.callback;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.channel.ChannelWord.Verdict;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.JsonObject;
import com.yuge.payment.in.web.Malformed;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What a signature covers. The join has no separators, so two texts could be cut from one string;
 * grammars of fixed length for pay number and timestamp leave a single way to cut it.
 */
record SignedText(Verdict status, String nonce, PayNo payNo, String timestamp) {
  static final Grammar STATUS = Grammar.of("callbackStatus", "callback-status", "SUCCESS|FAILED");
  static final Grammar NONCE = Grammar.of("nonce", "nonce", "[A-Za-z0-9_-]{6,64}");
  static final Grammar TIMESTAMP = Grammar.of("timestamp", "timestamp", "[0-9]{13}");

  SignedText {
    NONCE.check(nonce);
    TIMESTAMP.check(timestamp);
  }

  static SignedText read(JsonObject fields) {
    return Malformed.unless(() -> of(fields));
  }

  static SignedText of(JsonObject fields) {
    return new SignedText(
        Verdict.valueOf(fields.text(STATUS)),
        fields.text(NONCE),
        new PayNo(fields.text(PayNo.GRAMMAR)),
        fields.text(TIMESTAMP));
  }

  String joined() {
    return status.name() + nonce + payNo + timestamp;
  }

  /** The same callback sent again has the same id. */
  CallbackId callbackId() {
    byte[] digest = Md5.of(payNo + timestamp + nonce);
    return new CallbackId(HexFormat.of().formatHex(digest));
  }

  Instant sentAt() {
    return Instant.ofEpochMilli(Long.parseLong(timestamp));
  }
}
