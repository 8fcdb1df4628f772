package com.yuge.payment.contracts;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The fields, values and codes that a document had and has no more. openapi-diff does not mind if
 * an answer loses an optional field or a value, and knows no codes, but a client that waits for one
 * does.
 */
final class MissingFields {
  /** Without this list any value is possible, and none is missing. */
  private static final String VALUES = "enum";

  private static final List<String> CODES = List.of("x-codes", "x-causes");

  private final List<String> missing = new ArrayList<>();

  private MissingFields() {}

  /** Returns their places, as JSON Pointers. A place that is gone as a whole is not looked at. */
  static List<String> of(JsonNode old, JsonNode current) {
    MissingFields fields = new MissingFields();
    fields.compare(old, current, "");
    return fields.missing;
  }

  private void compare(JsonNode old, JsonNode current, String place) {
    JsonNode fields = current.path("properties");
    old.path("properties").propertyNames().stream()
        .filter(name -> fields.isObject() && !fields.has(name))
        .map(name -> place + "/properties/" + name)
        .forEach(missing::add);
    if (current.has(VALUES)) {
      compareTexts(old, current, VALUES, place);
    }
    if (current.isObject()) {
      CODES.forEach(name -> compareTexts(old, current, name, place));
    }
    for (String name : old.propertyNames()) {
      if (current.has(name)) {
        compare(old.path(name), current.path(name), place + "/" + name);
      }
    }
    for (int i = 0; i < Math.min(elements(old), elements(current)); i++) {
      compare(old.path(i), current.path(i), place + "/" + i);
    }
  }

  private void compareTexts(JsonNode old, JsonNode current, String name, String place) {
    List<JsonNode> left = current.path(name).valueStream().toList();
    old.path(name)
        .valueStream()
        .filter(text -> !left.contains(text))
        .map(text -> place + "/" + name + "/" + text.asString())
        .forEach(missing::add);
  }

  private static int elements(JsonNode node) {
    return node.isArray() ? node.size() : 0;
  }
}
