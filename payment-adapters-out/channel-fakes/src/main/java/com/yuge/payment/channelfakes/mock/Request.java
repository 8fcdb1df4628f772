package com.yuge.payment.channelfakes.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP request.
 *
 * @param path segments of the path
 * @param wantsPage whether a browser sent it, not a program
 * @param nonce the text that a signed answer repeats
 */
record Request(String method, List<String> path, boolean wantsPage, String nonce, String body) {
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
        nonce(exchange.getRequestHeaders().getFirst("X-Payment-Nonce")),
        new String(body, UTF_8));
  }

  private static String nonce(@Nullable String named) {
    String nonce = Objects.toString(named, "");
    if (nonce.length() > 64) {
      throw new BadRequest(400, "X-Payment-Nonce has at most 64 characters");
    }
    return nonce;
  }

  /** Returns method and path, with * for a pay number or refund number. */
  String shape() {
    return method
        + " "
        + String.join("/", path.stream().map(part -> isNumber(part) ? "*" : part).toList());
  }

  private static boolean isNumber(String part) {
    return PayNo.GRAMMAR.accepts(part) || RefundNo.GRAMMAR.accepts(part);
  }

  PayNo payNo() {
    return path.stream()
        .filter(PayNo.GRAMMAR::accepts)
        .findFirst()
        .map(PayNo::new)
        .orElseThrow(() -> new BadRequest(404, "no pay number in the path"));
  }

  RefundNo refundNo() {
    return path.stream()
        .filter(RefundNo.GRAMMAR::accepts)
        .findFirst()
        .map(RefundNo::new)
        .orElseThrow(() -> new BadRequest(404, "no refund number in the path"));
  }

  JsonNode json() {
    try {
      return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      throw new BadRequest(400, "not JSON");
    }
  }
}
