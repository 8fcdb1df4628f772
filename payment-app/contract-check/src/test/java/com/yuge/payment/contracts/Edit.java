package com.yuge.payment.contracts;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A change of a document, with a name for people. */
record Edit(String name, Consumer<ObjectNode> change) {
  @Override
  public String toString() {
    return name;
  }

  ObjectNode of(ObjectNode document) {
    ObjectNode edited = document.deepCopy();
    change.accept(edited);
    if (edited.equals(document)) {
      throw new IllegalStateException("nothing is changed: " + name);
    }
    return edited;
  }

  /** Sets the value at a JSON Pointer; the value is JSON. */
  static Edit set(String name, String pointer, String value) {
    int last = pointer.lastIndexOf('/');
    return new Edit(
        name,
        document ->
            object(document, pointer.substring(0, last))
                .set(pointer.substring(last + 1), JsonMapper.shared().readTree(value)));
  }

  /** Removes the member of an object, or the text of a list, at a JSON Pointer. */
  static Edit remove(String name, String pointer) {
    int last = pointer.lastIndexOf('/');
    String member = pointer.substring(last + 1).replace("~1", "/");
    return new Edit(
        name,
        document -> {
          JsonNode parent = existing(document, pointer.substring(0, last));
          if (parent instanceof ArrayNode list) {
            list.removeIf(one -> one.asString("").equals(member));
          } else {
            ((ObjectNode) parent).remove(member);
          }
        });
  }

  /** Appends to the list at a JSON Pointer; the value is JSON. */
  static Edit add(String name, String pointer, String value) {
    return new Edit(
        name,
        document ->
            ((ArrayNode) existing(document, pointer)).add(JsonMapper.shared().readTree(value)));
  }

  private static ObjectNode object(ObjectNode document, String pointer) {
    return (ObjectNode) existing(document, pointer);
  }

  private static JsonNode existing(ObjectNode document, String pointer) {
    return document.requiredAt(pointer);
  }
}
