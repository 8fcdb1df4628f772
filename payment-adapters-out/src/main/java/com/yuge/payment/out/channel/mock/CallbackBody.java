package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.PayNo;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a callback in any scheme, before it is verified. */
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
  // Accepts only strict JSON: a signed body must have exactly one meaning.
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(CallbackText.module())
          .build();

  static final CallbackBody UNREADABLE =
      new CallbackBody(null, null, null, null, null, null, null, null, null);

  /**
   * Reads a JSON object. Decodes the bytes first, because Jackson's own decoder accepts some
   * invalid bytes.
   *
   * @throws InvalidValue if it is not a JSON object
   */
  static CallbackBody read(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return requireObject(STRICT.readValue(text, CallbackBody.class));
    } catch (JacksonException | CharacterCodingException notJson) {
      throw noObject();
    }
  }

  private static CallbackBody requireObject(@Nullable CallbackBody read) {
    if (read == null) {
      throw noObject();
    }
    return read;
  }

  private static InvalidValue noObject() {
    return new InvalidValue("body", "json-object");
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
