package com.yuge.payment.contracts;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI 3.1 document in the form of 3.0. In documents of 3.1, openapi-diff 2.1 does not notice
 * a change of a type, so it must not see any.
 *
 * @see <a href="https://github.com/OpenAPITools/openapi-diff/issues/745">openapi-diff, issue
 *     745</a>
 */
final class OpenApi30 {
  private OpenApi30() {}

  static ObjectNode of(ObjectNode document) {
    ObjectNode converted = document.deepCopy();
    converted.put("openapi", "3.0.3");
    convert(converted);
    converted.at("/components/securitySchemes").forEach(OpenApi30::convertRoles);
    return converted;
  }

  /** In 3.0, only OAuth 2 has roles, which it calls scopes. */
  private static void convertRoles(JsonNode scheme) {
    if (scheme.path("scheme").asString("").equals("bearer")) {
      ((ObjectNode) scheme).removeAll();
      ((ObjectNode) scheme).put("type", "oauth2").putObject("flows");
    }
  }

  private static void convert(JsonNode node) {
    if (node instanceof ObjectNode object) {
      convertTypes(object);
      convertConstant(object);
      convertNullAlternative(object);
      convertBound(object, "exclusiveMinimum", "minimum");
      convertBound(object, "exclusiveMaximum", "maximum");
      convertSiblingsOfReference(object);
    }
    node.values().forEach(OpenApi30::convert);
  }

  /**
   * {@code type: [string, 'null']} becomes {@code type: string} and {@code nullable: true}. Several
   * other types become alternatives.
   */
  private static void convertTypes(ObjectNode schema) {
    if (schema.get("type") instanceof ArrayNode types) {
      List<String> names = types.valueStream().map(JsonNode::asString).toList();
      List<String> others = names.stream().filter(name -> !name.equals("null")).toList();
      schema.remove("type");
      if (others.size() == 1) {
        schema.put("type", others.get(0));
      } else {
        ArrayNode alternatives = schema.putArray("oneOf");
        others.forEach(name -> alternatives.addObject().put("type", name));
      }
      if (others.size() < names.size()) {
        schema.put("nullable", true);
      }
    }
  }

  private static void convertConstant(ObjectNode schema) {
    JsonNode constant = schema.path("const");
    if (constant.isValueNode()) {
      schema.remove("const");
      schema.putArray("enum").add(constant);
    }
  }

  /** {@code anyOf} of one schema and null becomes that schema, nullable. */
  private static void convertNullAlternative(ObjectNode schema) {
    if (schema.get("anyOf") instanceof ArrayNode all
        && all.valueStream().anyMatch(OpenApi30::isNull)) {
      schema.remove("anyOf");
      schema.set("allOf", all.removeIf(OpenApi30::isNull));
      schema.put("nullable", true);
    }
  }

  private static boolean isNull(JsonNode schema) {
    return schema.path("type").asString("").equals("null");
  }

  private static void convertBound(ObjectNode schema, String exclusive, String bound) {
    JsonNode value = schema.path(exclusive);
    if (value.isNumber()) {
      schema.set(bound, value);
      schema.put(exclusive, true);
    }
  }

  /** In 3.0, a reference has no siblings, such as a description of its own. */
  private static void convertSiblingsOfReference(ObjectNode object) {
    if (object.path("$ref").isString()) {
      object.retain("$ref");
    }
  }
}
