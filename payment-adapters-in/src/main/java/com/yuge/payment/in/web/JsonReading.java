package com.yuge.payment.in.web;

import com.yuge.payment.in.web.JsonObject.Field;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads a body token by token: a tree would lose how a number was written. */
final class JsonReading {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonReading() {}

  static JsonObject read(byte[] body) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), decoded(body))) {
      return read(parser);
    } catch (JacksonException | CharacterCodingException notJson) {
      throw malformed();
    }
  }

  private static Malformed malformed() {
    return new Malformed("body", "json-object");
  }

  // Decoded by us and strictly: JSON is UTF-8, whatever a parser might detect.
  private static String decoded(byte[] body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  private static JsonObject read(JsonParser parser) {
    Map<String, Field> fields = new LinkedHashMap<>();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw malformed();
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      fields.put(name, value(parser));
    }
    if (parser.nextToken() != null) {
      throw malformed();
    }
    return new JsonObject(fields);
  }

  private static Field value(JsonParser parser) {
    JsonToken token = parser.nextToken();
    if (!token.isStructStart()) {
      return new Field(token, parser.getString());
    }
    parser.skipChildren();
    return new Field(token, "");
  }
}
