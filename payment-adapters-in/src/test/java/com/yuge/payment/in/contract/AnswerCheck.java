package com.yuge.payment.in.contract;

import com.yuge.payment.in.contract.Schemas.Mode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Compares an answer with what the document says of its status. */
record AnswerCheck(Part answer, Exchange exchange) {
  Stream<String> complaints() {
    return Stream.concat(headers(), exchange.request().isHead() ? noBody() : body());
  }

  private Stream<String> headers() {
    Part headers = answer.get("headers");
    return headers.names().flatMap(name -> header(name, headers.get(name).get("schema")));
  }

  private Stream<String> header(String name, Part schema) {
    String value = exchange.response().headers().get(name.toLowerCase(Locale.ROOT));
    return value == null
        ? Stream.of("no header " + name)
        : Values.errors(schema, value).stream().map(error -> name + ": " + error);
  }

  private Stream<String> noBody() {
    return exchange.response().body().isEmpty() ? Stream.empty() : Stream.of("a body");
  }

  private Stream<String> body() {
    Part content = answer.get("content");
    if (!content.exists()) {
      return noBody();
    }
    String type = exchange.response().contentType();
    Part schema = content.get(type).get("schema");
    if (!schema.exists()) {
      return Stream.of("no such content type: " + type);
    }
    JsonNode body = Bodies.read(type, exchange.response().body());
    List<String> errors = Schemas.ONE.errors(schema, body, Mode.NOTHING_MORE);
    return Stream.concat(errors.stream(), codes(body));
  }

  /** The codes of this status of this operation, and the causes of its conflicts. */
  private Stream<String> codes(JsonNode body) {
    return Stream.concat(
        oneOf("x-codes", body.path("code")), oneOf("x-causes", body.path("data").path("cause")));
  }

  private Stream<String> oneOf(String extension, JsonNode value) {
    Part listed = answer.get(extension);
    boolean agrees =
        listed.exists()
            ? listed.texts().anyMatch(value.asString("")::equals)
            : extension.equals("x-codes") || value.isMissingNode();
    return agrees ? Stream.empty() : Stream.of(extension + " has no " + value);
  }
}
