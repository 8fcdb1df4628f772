package com.yuge.payment.in.contract;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Validates values against the document's schemas. */
final class Schemas {
  static final Schemas ONE = new Schemas(OpenApiDocument.ONE.root().json());

  /** How the schemas are read. */
  enum Mode {
    /** Fields that the document does not name are allowed, as it promises to callers. */
    AS_WRITTEN,
    /** What the service sends has no field that the document does not name. */
    NOTHING_MORE
  }

  private final SchemaRegistry registry;

  private Schemas(JsonNode document) {
    Map<String, String> documents =
        new EnumMap<Mode, JsonNode>(
                Map.of(Mode.AS_WRITTEN, document, Mode.NOTHING_MORE, closed(document.deepCopy())))
            .entrySet().stream()
                .collect(Collectors.toMap(one -> id(one.getKey()), one -> one.getValue() + ""));
    Dialect dialect = Dialect.builder(Dialects.getOpenApi31()).format(new MoneyFormat()).build();
    this.registry =
        SchemaRegistry.withDialect(
            dialect,
            builder ->
                builder
                    .schemas(documents)
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  private static String id(Mode mode) {
    return "urn:payment:" + mode;
  }

  /** An object with named fields has no others, unless the document says something else of it. */
  private static JsonNode closed(JsonNode json) {
    if (json instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    json.forEach(Schemas::closed);
    return json;
  }

  List<String> errors(Part schema, JsonNode value, Mode mode) {
    return registry
        .getSchema(SchemaLocation.of(id(mode) + "#" + schema.at()))
        .validate(value)
        .stream()
        .map(Error::toString)
        .toList();
  }
}
