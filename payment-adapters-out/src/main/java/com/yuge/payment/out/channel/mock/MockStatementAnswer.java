package com.yuge.payment.out.channel.mock;

import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.out.channel.ChannelCallException;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the MOCK channel about the statement of a day. It counts only with the channel's
 * signature over the nonce of this very call.
 */
final class MockStatementAnswer implements SignedFields {
  private static final String DOMAIN = "statement-answer-v1";
  private static final List<String> SIGNED = List.of("day", "nonce", "result", "token", "sha256");
  private static final Grammar TOKEN = Grammar.of("token", "token", "[0-9a-f]{64}");

  private final JsonNode json;

  private MockStatementAnswer(JsonNode json) {
    this.json = json;
  }

  /** Throws {@link ChannelCallException} unless it is JSON about that day and call. */
  static MockStatementAnswer read(byte[] body, String day, String nonce) {
    try {
      MockStatementAnswer answer = new MockStatementAnswer(MockAnswer.STRICT.readTree(body));
      if (!answer.text("day").equals(day) || !answer.text("nonce").equals(nonce)) {
        throw new ChannelCallException(Cause.ERROR, "an answer to another call");
      }
      return answer;
    } catch (JacksonException e) {
      throw new ChannelCallException(Cause.ERROR, "an answer that is not JSON");
    }
  }

  /** Throws {@link ChannelCallException} unless the channel signed it. */
  MockStatementAnswer verified(HmacSignatures signatures) {
    if (!signatures.verify(
        this, new SignatureHeaders(text("keyId"), text("signature"), null, true))) {
      throw new ChannelCallException(Cause.ERROR, "an answer without the channel's signature");
    }
    return this;
  }

  @Override
  public byte[] bytes(String keyId) {
    return LengthPrefixed.of(
        Stream.concat(Stream.of(DOMAIN, keyId), SIGNED.stream().map(this::text)).toList());
  }

  String result() {
    return text("result");
  }

  /** Names the file in its address. */
  String token() {
    return MockAnswer.wellFormed(() -> TOKEN.require(text("token")));
  }

  String sha256() {
    return text("sha256");
  }

  private String text(String field) {
    return json.path(field).isString() ? json.path(field).asString() : "";
  }
}
