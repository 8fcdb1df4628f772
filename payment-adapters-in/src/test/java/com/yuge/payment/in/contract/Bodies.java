package com.yuge.payment.in.contract;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** Reads bodies with all digits of their numbers. */
final class Bodies {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** For JSON with a number that no BigDecimal holds, such as in a field that nobody reads. */
  private static final JsonMapper DOUBLES = JsonMapper.builder().build();

  private Bodies() {}

  /** A text if it is no JSON; missing if it should be. */
  static JsonNode read(String contentType, String body) {
    if (!contentType.endsWith("json")) {
      return JsonNodeFactory.instance.stringNode(body);
    }
    try {
      return JSON.readTree(body);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    } catch (NumberFormatException tooLarge) {
      return DOUBLES.readTree(body);
    }
  }
}
