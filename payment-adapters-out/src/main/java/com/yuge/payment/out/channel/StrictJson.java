package com.yuge.payment.out.channel;

import com.yuge.payment.domain.shared.InvalidValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a callback's body. Only strict JSON: a signed body must have exactly one meaning. */
public final class StrictJson {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(CallbackText.module())
          .build();

  private StrictJson() {}

  /**
   * Reads a JSON object. Decodes the bytes first, because Jackson's own decoder accepts some
   * invalid bytes.
   *
   * @throws InvalidValue if it is not a JSON object
   */
  public static <T> T read(byte[] body, Class<T> type) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return requireObject(STRICT.readValue(text, type));
    } catch (JacksonException | CharacterCodingException notJson) {
      throw noObject();
    }
  }

  private static <T> T requireObject(@Nullable T read) {
    if (read == null) {
      throw noObject();
    }
    return read;
  }

  private static InvalidValue noObject() {
    return new InvalidValue("body", "json-object");
  }
}
