package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.out.channel.StrictJson;
import org.jspecify.annotations.Nullable;

/** The fields of a callback about a refund in any scheme, before it is verified. */
record RefundCallbackBody(
    @Nullable String refundNo,
    @Nullable String status,
    @Nullable String amount,
    @Nullable String currency,
    @Nullable String channelRefundNo,
    @Nullable String refundedAt,
    @Nullable String timestamp,
    @Nullable String nonce,
    @Nullable String signature) {
  static final RefundCallbackBody UNREADABLE =
      new RefundCallbackBody(null, null, null, null, null, null, null, null, null);

  /**
   * Reads a JSON object.
   *
   * @throws com.yuge.payment.domain.shared.InvalidValue if it is not a JSON object
   */
  static RefundCallbackBody read(byte[] body) {
    return StrictJson.read(body, RefundCallbackBody.class);
  }

  /** Returns its well-formed claims, for the record of a refused callback. */
  CallbackClaim claim() {
    String claimed = Md5RefundPayload.STATUS.accepts(status) ? status : null;
    return new CallbackClaim(null, claimed, false);
  }
}
