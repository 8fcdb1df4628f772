package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.PayNo;
import org.jspecify.annotations.Nullable;

/**
 * The data that an MD5 signature covers. It is joined without separators, so one string could be
 * split in several ways. Pay number and timestamp have fixed lengths, which leave only one way.
 */
record Md5Payload(Status status, String nonce, PayNo payNo, String timestamp) implements Md5Text {
  static final Grammar STATUS = Grammar.of("callbackStatus", "callback-status", "SUCCESS|FAILED");
  static final Grammar NONCE = Grammar.of("nonce", "nonce", "[A-Za-z0-9_-]{6,64}");
  static final Grammar TIMESTAMP = Grammar.of("timestamp", "timestamp", "[0-9]{13}");

  Md5Payload {
    NONCE.check(nonce);
    TIMESTAMP.check(timestamp);
  }

  static Md5Payload of(CallbackBody json) {
    return of(json.callbackStatus(), json.nonce(), json.payNo(), json.timestamp());
  }

  static Md5Payload of(
      @Nullable String status,
      @Nullable String nonce,
      @Nullable String payNo,
      @Nullable String timestamp) {
    return new Md5Payload(
        Status.valueOf(STATUS.require(status)),
        NONCE.require(nonce),
        new PayNo(PayNo.GRAMMAR.require(payNo)),
        TIMESTAMP.require(timestamp));
  }

  @Override
  public String number() {
    return payNo.value();
  }
}
