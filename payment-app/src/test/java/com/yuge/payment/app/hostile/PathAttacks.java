package com.yuge.payment.app.hostile;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Paths and queries that two readers could read differently. */
final class PathAttacks {
  private static final List<String> PARTS =
      List.of(
          "%2F",
          "%2f",
          "%2e%2e/",
          "..",
          "/..",
          "../",
          "/../",
          "/./",
          "//",
          "///",
          ";",
          ";a=b",
          "/;/",
          "%3B",
          "%00",
          "%0a",
          "%0d%0aX:%20y",
          "%20",
          "%09",
          "%5c",
          "\\",
          "%25",
          "%252F",
          "%",
          "%z",
          "%zz",
          "%u002f",
          "%c0%ae",
          "%c0%af",
          "%ff",
          "%e2%80%ae",
          "%F0%9F%98%80",
          "\u00e9",
          "\u0000",
          "\u00ff",
          ".json",
          "/",
          "*",
          "**",
          "{x}",
          "[x]",
          "|",
          "^",
          "`",
          "\"",
          "<",
          ">",
          "@",
          ":",
          "~",
          "'",
          "A",
          "#",
          "?",
          "??",
          "&",
          "=",
          "${x}",
          "a".repeat(3000),
          "/a".repeat(2000));

  private static final List<String> QUERIES =
      List.of(
          "",
          "=",
          "&",
          "&&=&",
          "a",
          "a=%zz",
          "a=%",
          "%=1",
          "%00=%00",
          "a=%ff",
          "a=\u00e9",
          "a=1&".repeat(1001),
          "a=" + "b".repeat(6000),
          "payNo=a&payNo=b",
          "limit=9999999999",
          "limit=-1",
          "limit=1e3",
          "limit=%00",
          "limit=",
          "after=%27%20OR%201=1--",
          "after=%00",
          "after=%F0%9F%98%80",
          "after=" + "x".repeat(3000),
          "by=%20",
          "by=%F0%9F%98%80",
          "by=",
          "by",
          "payNo=%00&callbackStatus=SUCCESS&timestamp=1&nonce=abc123",
          "payNo=PAY20240101123000123000000000001&callbackStatus=%F0%9F%98%80",
          "_method=DELETE",
          "debug=true",
          "trace=true",
          "class.module.classLoader=1",
          "${x}=${x}",
          "tag=availableMemory",
          "tag=a:b",
          "tag=:",
          "tag=%00:%00",
          "tag=" + "a".repeat(900) + ":b");

  private PathAttacks() {}

  static Arbitrary<HostileRequest> paths(Endpoint endpoint) {
    String path = endpoint.path();
    Arbitrary<String> inserted =
        Combinators.combine(Arbitraries.integers().between(0, path.length()), Arbitraries.of(PARTS))
            .as((at, part) -> path.substring(0, at) + part + path.substring(at));
    Arbitrary<String> targets =
        Arbitraries.oneOf(
            inserted,
            inserted,
            Arbitraries.of(PARTS).map(part -> path + part),
            Arbitraries.of(PARTS).map(part -> path.replace("/", part)),
            Arbitraries.of(
                path.toUpperCase(Locale.ROOT),
                path + "/",
                path + "/x",
                path + "%20",
                "/actuator/../payments",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/shutdown",
                "/actuator/metrics/%F0%9F%98%80",
                "/payments/order/" + "9".repeat(33),
                "http://127.0.0.1" + path,
                "http://other:1" + path,
                "https://u:p@127.0.0.1" + path,
                "//other" + path));
    return targets.map(target -> request(Kind.PATH, endpoint, target));
  }

  static Arbitrary<HostileRequest> queries(Endpoint endpoint) {
    return Arbitraries.of(QUERIES)
        .map(query -> request(Kind.QUERY, endpoint, endpoint.path() + "?" + query));
  }

  private static HostileRequest request(Kind kind, Endpoint endpoint, String target) {
    return HostileRequest.of(
        kind, endpoint, endpoint.method(), target, endpoint.headers(), endpoint.body());
  }
}
