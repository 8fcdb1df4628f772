package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.out.channel.ChannelCallException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer as it was sent: one JSON object with the text of the answer proper and its signature.
 * The signature covers that text, so the text is cut out of the body as it is, not serialized
 * again.
 */
final class AlipayEnvelope {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Grammar CODE = Grammar.of("code", "code", "[A-Za-z0-9_.-]{1,64}");
  private static final String REFUSAL = "error_response";

  private @Nullable String inner;
  private String signature = "";

  private AlipayEnvelope() {}

  /**
   * Reads the answer to a call.
   *
   * @param method the call's name, such as alipay.trade.query
   * @throws ChannelCallException unless Alipay signed the answer for that account
   */
  static AlipayAnswer read(byte[] body, String method, AlipayAccount account) {
    try {
      AlipayEnvelope envelope = new AlipayEnvelope();
      envelope.open(text(body), method.replace('.', '_') + "_response");
      return envelope.verified(account);
    } catch (JacksonException | CharacterCodingException e) {
      throw new ChannelCallException(Cause.ERROR, "an answer that is not JSON");
    }
  }

  private static String text(byte[] body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  private void open(String text, String name) {
    try (JsonParser json = STRICT.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new ChannelCallException(Cause.ERROR, "an answer that is not a JSON object");
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        take(json, text, name);
      }
      if (json.nextToken() != null) {
        throw new ChannelCallException(Cause.ERROR, "an answer with more than one JSON object");
      }
    }
  }

  private void take(JsonParser json, String text, String name) {
    String found = json.currentName();
    JsonToken value = json.nextToken();
    if (value == JsonToken.START_OBJECT && (found.equals(name) || found.equals(REFUSAL))) {
      int begin = (int) json.currentTokenLocation().getCharOffset();
      json.skipChildren();
      inner = text.substring(begin, (int) json.currentLocation().getCharOffset());
    } else if (value == JsonToken.VALUE_STRING && found.equals("sign")) {
      signature = json.getString();
    } else {
      json.skipChildren();
    }
  }

  // Alipay may sign the text before it escapes the slashes. So both forms are tried, as in the SDK,
  // and the form that was verified is the one that is read.
  private AlipayAnswer verified(AlipayAccount account) {
    if (inner == null) {
      throw new ChannelCallException(Cause.ERROR, "an answer to another call");
    }
    String unescaped = inner.replace("\\/", "/");
    if (account.isSigned(inner, signature)) {
      return new AlipayAnswer(STRICT.readTree(inner));
    }
    if (!unescaped.equals(inner) && account.isSigned(unescaped, signature)) {
      return new AlipayAnswer(STRICT.readTree(unescaped));
    }
    throw unsigned(STRICT.readTree(inner));
  }

  /** The code helps a person to find the mistake; it has no other effect. */
  private ChannelCallException unsigned(JsonNode refusal) {
    String code = refusal.path("sub_code").asString(refusal.path("code").asString(""));
    return new ChannelCallException(
        Cause.ERROR,
        (signature.isEmpty() ? "an unsigned answer" : "an answer with a wrong signature")
            + (CODE.accepts(code) ? ", which says " + code : ""));
  }
}
