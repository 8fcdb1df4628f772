package com.yuge.payment.in.web;

import com.yuge.payment.domain.shared.Grammar;
import com.yuge.payment.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * A body's fields as they were written. Strict where a guess could be wrong (types, numbers), and
 * deaf to fields that nobody asks for. Every getter throws {@link InvalidValue}: what reads a
 * request by them does so within {@link Malformed#unless}.
 */
public final class JsonObject {
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  private final Map<String, Field> fields;

  /** A field's value; {@code text} is empty for arrays and objects. */
  record Field(JsonToken token, String text) {}

  JsonObject(Map<String, Field> fields) {
    this.fields = fields;
  }

  /** Reads exactly one JSON object in UTF-8, no key twice, nothing after it, or is Malformed. */
  public static JsonObject read(byte @Nullable [] body) {
    return JsonReading.read(body == null ? new byte[0] : body);
  }

  /** The same getters for the parameters of a query. */
  public static JsonObject of(Map<String, String> parameters) {
    Map<String, Field> fields = new HashMap<>();
    parameters.forEach((name, text) -> fields.put(name, new Field(JsonToken.VALUE_STRING, text)));
    return new JsonObject(fields);
  }

  /** A field that must be there and be a string of the grammar. */
  public String text(Grammar grammar) {
    String text = optionalText(grammar);
    grammar.check(text);
    return Objects.requireNonNull(text);
  }

  /** A string of the grammar, or null where the field is absent or null. */
  public @Nullable String optionalText(Grammar grammar) {
    Field field = fields.get(grammar.field());
    if (field == null || field.token() == JsonToken.VALUE_NULL) {
      return null;
    }
    grammar.check(field.token() == JsonToken.VALUE_STRING ? field.text() : null);
    return field.text();
  }

  /** Whether the field is a string without a character. */
  public boolean isEmptyText(Grammar grammar) {
    Field field = fields.get(grammar.field());
    return field != null && field.token() == JsonToken.VALUE_STRING && field.text().isEmpty();
  }

  /** A number with the decimals that were written, or a string that holds one. */
  public BigDecimal number(Grammar grammar) {
    Field field = fields.get(grammar.field());
    String text = field == null || field.token().isStructStart() ? null : field.text();
    grammar.check(text);
    return new BigDecimal(Objects.requireNonNull(text));
  }

  /** What the field claims, if it could be true; for the records of bodies that were refused. */
  public Optional<String> claim(Grammar grammar) {
    return Optional.ofNullable(fields.get(grammar.field()))
        .filter(field -> field.token() == JsonToken.VALUE_STRING)
        .map(Field::text)
        .filter(grammar::accepts);
  }
}
