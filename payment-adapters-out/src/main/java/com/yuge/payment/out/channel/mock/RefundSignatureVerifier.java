package com.yuge.payment.out.channel.mock;

import org.jspecify.annotations.Nullable;

/**
 * Reads a callback about a refund by the scheme that it claims, and verifies its signature.
 *
 * @param md5 null if the MD5 scheme is not accepted
 */
record RefundSignatureVerifier(@Nullable Md5Signatures md5, HmacSignatures hmac) {
  /** Throws {@link com.yuge.payment.domain.shared.InvalidValue} for a malformed field. */
  MockRefundCallback read(RefundCallbackBody json, SignatureHeaders headers) {
    return headers.claimHmac() ? byHmac(json, headers) : byMd5(json);
  }

  // There is no fallback: a weaker signature in the same body is ignored.
  private MockRefundCallback byHmac(RefundCallbackBody json, SignatureHeaders headers) {
    HmacRefundPayload payload = HmacRefundPayload.of(json);
    boolean genuine = headers.isVersion1() && hmac.verify(payload, headers);
    return new MockRefundCallback(payload.text(), payload.answer(), genuine);
  }

  // MD5 does not sign the amount, so the channel is queried.
  private MockRefundCallback byMd5(RefundCallbackBody json) {
    Md5RefundPayload text = Md5RefundPayload.of(json);
    return new MockRefundCallback(text, null, md5 != null && md5.verifies(text, json.signature()));
  }
}
