package com.yuge.payment.in.contract;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A place in the document. Whoever goes on from a reference is where it leads. */
public record Part(JsonNode document, JsonPointer at) {
  private static final String REFERENCE = "$ref";

  public JsonNode json() {
    return document.at(at);
  }

  public boolean exists() {
    return !json().isMissingNode();
  }

  public Part get(String name) {
    return resolved(at.appendProperty(name));
  }

  /** The elements of a list. */
  Stream<Part> elements() {
    return IntStream.range(0, json().size()).mapToObj(i -> resolved(at.appendIndex(i)));
  }

  /** The texts of a list. */
  public Stream<String> texts() {
    return json().valueStream().map(JsonNode::asString);
  }

  Stream<String> names() {
    return json().propertyNames().stream();
  }

  /** The values of all names. */
  public Stream<Part> children() {
    return names().map(this::get);
  }

  @Override
  public String toString() {
    return at.toString();
  }

  private Part resolved(JsonPointer place) {
    String reference = document.at(place).path(REFERENCE).asString("");
    return new Part(
        document, reference.isEmpty() ? place : JsonPointer.compile(reference.substring(1)));
  }
}
