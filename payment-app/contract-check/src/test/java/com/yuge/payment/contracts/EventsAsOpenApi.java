package com.yuge.payment.contracts;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events as an OpenAPI document, so that the same tool compares them. An event is the answer of
 * a path that is named after its tag: its reader gets it, as a client gets an answer.
 */
final class EventsAsOpenApi {
  private static final String TYPES = "types";

  private EventsAsOpenApi() {}

  static ObjectNode of(Map<String, ObjectNode> schemas) {
    ObjectNode document = JsonMapper.shared().createObjectNode().put("openapi", "3.1.0");
    document.putObject("info").put("title", "Events").put("version", "1");
    ObjectNode paths = document.putObject("paths");
    ObjectNode components = document.putObject("components").putObject("schemas");
    schemas.forEach(
        (name, schema) -> {
          if (name.equals(TYPES)) {
            components.setAll((ObjectNode) local(schema.path("$defs")));
          } else {
            addEvent(paths.putObject("/" + name).putObject("get"), local(schema));
          }
        });
    return document;
  }

  private static void addEvent(ObjectNode operation, JsonNode schema) {
    ArrayNode values = operation.putArray("parameters");
    schema
        .path("properties")
        .forEachEntry(
            (field, type) -> {
              if (type.has("enum")) {
                addValues(values.addObject(), field, type);
              }
            });
    ObjectNode answer = operation.putObject("responses").putObject("200").put("description", "");
    answer.putObject("content").putObject("application/json").set("schema", schema);
  }

  /** The tool notices added values in answers, and removed ones in parameters. */
  private static void addValues(ObjectNode parameter, String field, JsonNode type) {
    parameter.put("name", field).put("in", "query").set("schema", type.deepCopy());
  }

  private static JsonNode local(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    copy.findParents("$ref").forEach(parent -> pointToComponents((ObjectNode) parent));
    return copy;
  }

  private static void pointToComponents(ObjectNode reference) {
    String target = reference.path("$ref").asString();
    reference.put("$ref", target.replace(TYPES + ".schema.json#/$defs/", "#/components/schemas/"));
  }
}
