package com.yuge.payment.in.callback;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.in.web.InvalidRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a callback by the scheme that it claims, and believes of it what that scheme signs.
 *
 * @param md5 null where the old scheme is not accepted
 */
record SignatureVerifier(JsonMapper mapper, @Nullable Md5Signatures md5, HmacSignatures hmac) {

  CallbackBody body(byte[] bytes) {
    return CallbackBody.read(mapper, bytes);
  }

  MockCallback read(CallbackBody json, SignatureHeaders headers) {
    return InvalidRequest.unless(() -> headers.claimHmac() ? byHmac(json, headers) : byMd5(json));
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
