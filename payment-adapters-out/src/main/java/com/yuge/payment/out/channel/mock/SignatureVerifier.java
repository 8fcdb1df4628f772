package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelResult;
import org.jspecify.annotations.Nullable;

/**
 * Reads a callback about a payment by the scheme that it claims, and verifies its signature.
 *
 * @param md5 null if the MD5 scheme is not accepted
 */
record SignatureVerifier(@Nullable Md5Signatures md5, HmacSignatures hmac) {
  /** Throws {@link com.yuge.payment.domain.shared.InvalidValue} for a malformed field. */
  MockCallback read(CallbackBody json, SignatureHeaders headers) {
    return headers.claimHmac() ? byHmac(json, headers) : byMd5(json);
  }

  // There is no fallback: a weaker signature in the same body is ignored.
  private MockCallback byHmac(CallbackBody json, SignatureHeaders headers) {
    HmacPayload payload = headers.isVersion3() ? HmacPayloadV3.of(json) : HmacPayloadV2.of(json);
    // An unknown version is read as version 2 so that it is logged, but it is never accepted.
    boolean known = headers.isVersion2() || headers.isVersion3();
    boolean genuine = known && hmac.verify(payload, headers);
    return new MockCallback(payload.text(), payload.result(), genuine);
  }

  // MD5 signs neither the trade number, which is needed, nor the amount, which is ignored.
  private MockCallback byMd5(CallbackBody json) {
    Md5Payload text = Md5Payload.of(json);
    ChannelResult result =
        new ChannelResult(
            text.payNo(), text.status(), MockCallback.tradeNo(json, text.status()), null, null);
    return new MockCallback(text, result, md5 != null && md5.verifies(text, json.signature()));
  }
}
