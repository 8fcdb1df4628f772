package com.yuge.payment.in.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a JSON string. Anything else becomes a text that no grammar accepts, so the answer names
 * the field and the field's own rule, as it does for any other wrong text.
 */
class TextDeserializer extends StdScalarDeserializer<String> {
  private static final String NO_TEXT = "\0";

  TextDeserializer() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) {
    if (json.hasToken(JsonToken.VALUE_STRING)) {
      return json.getString();
    }
    json.skipChildren();
    return NO_TEXT;
  }
}
