package com.yuge.payment.channelfakes.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.yuge.payment.domain.shared.PayNo;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP request.
 *
 * @param path segments of the path
 * @param wantsPage whether a browser sent it, not a program
 */
record Request(String method, List<String> path, boolean wantsPage, String body) {
  private static final int MOST_BYTES = 64 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Request read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new BadRequest(413, "a body has at most " + MOST_BYTES + " bytes");
    }
    String path = exchange.getRequestURI().getPath().substring(1);
    String accept = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
    return new Request(
        exchange.getRequestMethod(),
        List.of(path.split("/")),
        accept.contains("text/html"),
        new String(body, UTF_8));
  }

  /** Returns method and path, with * for the pay number. */
  String shape() {
    return method
        + " "
        + String.join(
            "/", path.stream().map(part -> PayNo.GRAMMAR.accepts(part) ? "*" : part).toList());
  }

  PayNo payNo() {
    return path.stream()
        .filter(PayNo.GRAMMAR::accepts)
        .findFirst()
        .map(PayNo::new)
        .orElseThrow(() -> new BadRequest(404, "no pay number in the path"));
  }

  JsonNode json() {
    try {
      return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      throw new BadRequest(400, "not JSON");
    }
  }
}
