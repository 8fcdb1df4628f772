package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.RefundNo;

/**
 * The data that an MD5 signature covers in a callback about a refund. It is joined without
 * separators, as in {@link Md5Payload}, and again there is only one way to split it: no status
 * begins with another, refund number and timestamp have fixed lengths. A refund number begins with
 * REF and a pay number with PAY, so a signature about a payment never fits a refund.
 */
record Md5RefundPayload(MockRefundStatus status, String nonce, RefundNo refundNo, String timestamp)
    implements Md5Text {
  static final Grammar STATUS =
      Grammar.of("status", "refund-status", "SUCCESS|PROCESSING|ABNORMAL|CLOSED");

  Md5RefundPayload {
    Md5Payload.NONCE.check(nonce);
    Md5Payload.TIMESTAMP.check(timestamp);
  }

  static Md5RefundPayload of(RefundCallbackBody json) {
    return new Md5RefundPayload(
        MockRefundStatus.valueOf(STATUS.require(json.status())),
        Md5Payload.NONCE.require(json.nonce()),
        new RefundNo(RefundNo.GRAMMAR.require(json.refundNo())),
        Md5Payload.TIMESTAMP.require(json.timestamp()));
  }

  @Override
  public String number() {
    return refundNo.value();
  }
}
