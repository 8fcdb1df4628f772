package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.ChannelResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a callback by the scheme that it claims, and believes of it what that scheme signs.
 *
 * @param md5 null where the old scheme is not accepted
 */
record SignatureVerifier(@Nullable Md5Signatures md5, HmacSignatures hmac) {
  /** Throws {@link com.yuge.payment.domain.shared.InvalidValue} for what is out of its grammar. */
  MockCallback read(CallbackBody json, SignatureHeaders headers) {
    return headers.claimHmac() ? byHmac(json, headers) : byMd5(json);
  }

  // No way back: a weaker signature in the same body counts for nothing.
  private MockCallback byHmac(CallbackBody json, SignatureHeaders headers) {
    HmacPayload payload = headers.isVersion3() ? HmacPayloadV3.of(json) : HmacPayloadV2.of(json);
    // Another version is read as version 2, so that it is logged, and never believed.
    boolean known = headers.isVersion2() || headers.isVersion3();
    boolean genuine = known && hmac.verify(payload, headers);
    return new MockCallback(payload.text(), payload.result(), genuine);
  }

  // MD5 leaves the trade number unsigned, which is needed, and an amount, which is not believed.
  private MockCallback byMd5(CallbackBody json) {
    Md5Payload text = Md5Payload.of(json);
    ChannelResult result =
        new ChannelResult(
            text.payNo(), text.status(), MockCallback.tradeNo(json, text.status()), null, null);
    return new MockCallback(text, result, md5 != null && isSigned(md5, text, json));
  }

  private static boolean isSigned(Md5Signatures md5, Md5Payload text, CallbackBody json) {
    return Optional.ofNullable(json.signature())
        .filter(Md5Signatures.GRAMMAR::accepts)
        .filter(signature -> md5.verify(text, signature))
        .isPresent();
  }
}
