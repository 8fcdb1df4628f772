package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.out.channel.CallbackText;
import com.yuge.payment.out.channel.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The fields of a callback about a payment in any scheme, before it is verified. */
record CallbackBody(
    @Nullable String payNo,
    @Nullable String callbackStatus,
    @Nullable String channelTradeNo,
    @JsonDeserialize(using = CallbackText.NumberToo.class) @Nullable String amount,
    @Nullable String currency,
    @Nullable String paidAt,
    @Nullable String timestamp,
    @Nullable String nonce,
    @Nullable String signature) {
  static final CallbackBody UNREADABLE =
      new CallbackBody(null, null, null, null, null, null, null, null, null);

  /**
   * Reads a JSON object.
   *
   * @throws com.yuge.payment.domain.shared.InvalidValue if it is not a JSON object
   */
  static CallbackBody read(byte[] body) {
    return StrictJson.read(body, CallbackBody.class);
  }

  /** Returns its well-formed claims, for the record of a refused callback. */
  CallbackClaim claim() {
    return new CallbackClaim(claimedPayNo(), claimedStatus(), false);
  }

  private @Nullable PayNo claimedPayNo() {
    return payNo != null && PayNo.GRAMMAR.accepts(payNo) ? new PayNo(payNo) : null;
  }

  private @Nullable String claimedStatus() {
    return Md5Payload.STATUS.accepts(callbackStatus) ? callbackStatus : null;
  }
}
