package com.yuge.payment.in.callback;

import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.InvalidRequest;
import com.yuge.payment.in.web.NumberAsWritten;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;

/** What a callback says, in whatever scheme, before anybody believes it. */
record CallbackBody(
    @Nullable String payNo,
    @Nullable String callbackStatus,
    @Nullable String channelTradeNo,
    @JsonDeserialize(using = NumberAsWritten.class) @Nullable String amount,
    @Nullable String currency,
    @Nullable String paidAt,
    @Nullable String timestamp,
    @Nullable String nonce,
    @Nullable String signature) {
  static final CallbackBody UNREADABLE =
      new CallbackBody(null, null, null, null, null, null, null, null, null);

  /** Reads a JSON object. Decodes it by itself: Jackson's own decoder forgives some wrong bytes. */
  static CallbackBody read(JsonMapper json, byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return InvalidRequest.requireBody(json.readValue(text, CallbackBody.class));
    } catch (JacksonException | CharacterCodingException notJson) {
      throw InvalidRequest.body();
    }
  }

  /** The pay order that it claims to be about, for the record of a body that is refused. */
  @Nullable PayNo claimedPayNo() {
    return payNo != null && PayNo.GRAMMAR.accepts(payNo) ? new PayNo(payNo) : null;
  }

  @Nullable String claimedStatus() {
    return Md5Payload.STATUS.accepts(callbackStatus) ? callbackStatus : null;
  }
}
