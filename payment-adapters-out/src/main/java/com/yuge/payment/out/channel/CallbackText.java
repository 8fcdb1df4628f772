package com.yuge.payment.out.channel;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads a JSON string. Anything else becomes a text that no grammar accepts, so that the answer
 * names the field and its rule.
 */
public class CallbackText extends StdScalarDeserializer<String> {
  private static final String NO_TEXT = "\0";

  CallbackText() {
    super(String.class);
  }

  static JacksonModule module() {
    return new SimpleModule("callback-texts").addDeserializer(String.class, new CallbackText());
  }

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) {
    if (json.hasToken(JsonToken.VALUE_STRING)) {
      return json.getString();
    }
    json.skipChildren();
    return NO_TEXT;
  }

  /** Reads a string or a number; a number keeps the digits that were written. */
  public static final class NumberToo extends CallbackText {
    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
      return json.currentToken().isNumeric() ? json.getString() : super.deserialize(json, context);
    }
  }
}
