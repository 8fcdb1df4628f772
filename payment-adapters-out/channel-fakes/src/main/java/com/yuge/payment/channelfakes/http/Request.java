package com.yuge.payment.channelfakes.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP request.
 *
 * @param target path and query, as they were sent
 * @param headers the first value of each, by its name in any case
 */
public record Request(String method, URI target, Map<String, String> headers, String body) {
  private static final int MOST_BYTES = 64 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Request read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new BadRequest(413, "a body has at most " + MOST_BYTES + " bytes");
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return new Request(
        exchange.getRequestMethod(), exchange.getRequestURI(), headers, new String(body, UTF_8));
  }

  /** Returns a header's value; an empty text if it is absent. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Returns whether a browser sent it, not a program. */
  public boolean wantsPage() {
    return header("Accept").contains("text/html");
  }

  /** Returns the segments of the path. */
  public List<String> path() {
    return List.of(target.getPath().substring(1).split("/"));
  }

  /** Returns a parameter of the query, decoded; an empty text if it is absent. */
  public String parameter(String name) {
    String query = Objects.requireNonNullElse(target.getRawQuery(), "");
    return Stream.of(query.split("&"))
        .filter(field -> field.startsWith(name + "="))
        .map(field -> URLDecoder.decode(field.substring(name.length() + 1), UTF_8))
        .findFirst()
        .orElse("");
  }

  /** Returns method and path, with * for a pay number or refund number. */
  public String shape() {
    return method
        + " "
        + String.join("/", path().stream().map(part -> isNumber(part) ? "*" : part).toList());
  }

  private static boolean isNumber(String part) {
    return PayNo.GRAMMAR.accepts(part) || RefundNo.GRAMMAR.accepts(part);
  }

  /** Returns the pay number in the path. */
  public PayNo payNo() {
    return path().stream()
        .filter(PayNo.GRAMMAR::accepts)
        .findFirst()
        .map(PayNo::new)
        .orElseThrow(() -> new BadRequest(404, "no pay number in the path"));
  }

  /** Returns the refund number in the path. */
  public RefundNo refundNo() {
    return path().stream()
        .filter(RefundNo.GRAMMAR::accepts)
        .findFirst()
        .map(RefundNo::new)
        .orElseThrow(() -> new BadRequest(404, "no refund number in the path"));
  }

  /** Returns the body; an empty object if there is none. */
  public JsonNode json() {
    try {
      return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      throw new BadRequest(400, "not JSON");
    }
  }
}
