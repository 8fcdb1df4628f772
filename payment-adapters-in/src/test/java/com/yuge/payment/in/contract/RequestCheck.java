package com.yuge.payment.in.contract;

import com.yuge.payment.in.contract.Schemas.Mode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares a request that was accepted with what the document asks for. */
record RequestCheck(Operation operation, Exchange.Request request) {
  private static final String REQUIRED = "required";
  private static final String FORM = "application/x-www-form-urlencoded";

  Stream<String> complaints() {
    return Stream.concat(
        operation.parameters().stream().flatMap(this::parameter),
        body(operation.part().get("requestBody")));
  }

  private Stream<String> parameter(Part parameter) {
    String name = parameter.json().path("name").asString();
    boolean required = parameter.json().path(REQUIRED).asBoolean(false);
    return switch (parameter.json().path("in").asString()) {
      case "header" ->
          value(
              name,
              request.headers().get(name.toLowerCase(Locale.ROOT)),
              required,
              parameter.get("schema"));
      case "query" -> value(name, query(name), required, parameter.get("schema"));
      // The path would be another one.
      default -> Stream.empty();
    };
  }

  private @Nullable String query(String name) {
    MultiValueMap<String, String> query =
        UriComponentsBuilder.newInstance().query(request.query()).build().getQueryParams();
    String raw = query.getFirst(name);
    // An empty value counts as missing.
    return raw == null || raw.isEmpty() ? null : UriUtils.decode(raw.replace('+', ' '), "UTF-8");
  }

  private static Stream<String> value(
      String name, @Nullable String value, boolean required, Part schema) {
    if (value == null) {
      return required ? Stream.of("taken without " + name) : Stream.empty();
    }
    return Values.errors(schema, value).stream().map(error -> "taken with " + name + " " + error);
  }

  private Stream<String> body(Part expected) {
    if (request.body().isEmpty()) {
      return expected.json().path(REQUIRED).asBoolean(false)
          ? Stream.of("taken without a body")
          : Stream.empty();
    }
    if (!expected.exists()) {
      return Stream.empty();
    }
    String type = request.contentType();
    Part schema = expected.get("content").get(type).get("schema");
    if (!schema.exists()) {
      return Stream.of("taken with the content type " + type);
    }
    return type.equals(FORM) ? Stream.empty() : errors(type, schema);
  }

  /** A field that is null counts as missing. */
  private static JsonNode withoutNulls(JsonNode body) {
    if (body instanceof ObjectNode object) {
      object.removeIf(JsonNode::isNull);
    }
    return body;
  }

  private Stream<String> errors(String type, Part schema) {
    JsonNode body = withoutNulls(Bodies.read(type, request.body()));
    List<String> errors = Schemas.ONE.errors(schema, body, Mode.AS_WRITTEN);
    return errors.stream().map(error -> "taken with " + error);
  }
}
