package com.yuge.payment.in.contract;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values of parameters and headers, which are texts on the wire. */
final class Values {
  private Values() {}

  static boolean fits(Part schema, String value) {
    return errors(schema, value).isEmpty();
  }

  static List<String> errors(Part schema, String value) {
    return Schemas.ONE.errors(schema, node(schema, value), Schemas.Mode.AS_WRITTEN);
  }

  private static JsonNode node(Part schema, String value) {
    return switch (schema.json().path("type").asString("")) {
      case "integer" ->
          value.matches("[0-9]{1,18}")
              ? JsonNodeFactory.instance.numberNode(Long.parseLong(value))
              : JsonNodeFactory.instance.stringNode(value);
      case "array" ->
          JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.stringNode(value));
      default -> JsonNodeFactory.instance.stringNode(value);
    };
  }
}
