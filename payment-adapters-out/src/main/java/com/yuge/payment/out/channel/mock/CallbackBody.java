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

/** What a callback says, in whatever scheme, before anybody believes it. */
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
  // As JSON is written, or not at all: what is signed must be read in one way only.
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
   * Reads a JSON object. Decodes it by itself: Jackson's own decoder forgives some wrong bytes.
   *
   * @throws InvalidValue when it is none
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

  /** What it says of itself, as far as that could be true, for the record of what is refused. */
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
