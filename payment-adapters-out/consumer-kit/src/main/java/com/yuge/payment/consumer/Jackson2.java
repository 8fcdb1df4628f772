package com.yuge.payment.consumer;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The only class that needs Jackson 2. */
final class Jackson2 implements PaymentEventReader.Json {
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
    } catch (IOException e) {
      throw new MalformedEventException("the body is not an object of JSON", e);
    }
  }
}
