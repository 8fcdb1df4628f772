package com.yuge.payment.contracts;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document whose paths have no references. openapi-diff 2.1 misses some changes of what is
 * referred to.
 *
 * @see <a href="https://github.com/OpenAPITools/openapi-diff/issues/910">openapi-diff, issue
 *     910</a>
 */
final class Inlined {
  private final ObjectNode document;
  private final Deque<String> underWay = new ArrayDeque<>();

  private Inlined(ObjectNode document) {
    this.document = document;
  }

  static ObjectNode of(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    copy.set("paths", new Inlined(document).inline(document.path("paths")));
    copy.withObject("/components").retain("securitySchemes");
    return copy;
  }

  private JsonNode inline(JsonNode node) {
    if (node.path("$ref").isString()) {
      return target(node.path("$ref").asString().substring("#".length()));
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonMapper.shared().createObjectNode();
      object.forEachEntry((name, value) -> copy.set(name, inline(value)));
      return copy;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode copy = JsonMapper.shared().createArrayNode();
      list.forEach(value -> copy.add(inline(value)));
      return copy;
    }
    return node;
  }

  /** A schema that contains itself is compared once, so it is anything within itself. */
  private JsonNode target(String pointer) {
    if (underWay.contains(pointer)) {
      return JsonMapper.shared().createObjectNode();
    }
    underWay.push(pointer);
    JsonNode target = inline(document.requiredAt(pointer));
    underWay.pop();
    return target;
  }
}
