package com.yuge.payment.consumer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The only class that needs Jackson 3. */
final class Jackson3 implements PaymentEventReader.Json {
  private final ObjectReader reader =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readerForMapOf(Object.class);

  @Override
  public @Nullable Map<String, @Nullable Object> read(byte[] body) {
    try {
      return reader.readValue(body);
    } catch (JacksonException e) {
      throw new MalformedEventException("the body is not an object of JSON", e);
    }
  }
}
