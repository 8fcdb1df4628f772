package com.yuge.payment.in.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;

/** Reads a JSON number with the digits that were written, or a string that holds one. */
public final class NumberAsWritten extends TextDeserializer {
  @Override
  public String deserialize(JsonParser json, DeserializationContext context) {
    return json.currentToken().isNumeric() ? json.getString() : super.deserialize(json, context);
  }
}
