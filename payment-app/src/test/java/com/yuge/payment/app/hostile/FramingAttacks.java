package com.yuge.payment.app.hostile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Where a request ends, said wrongly, twice or not at all; and what is no request. */
final class FramingAttacks {
  /** What a second reader could take for a request of its own: it would create an order. */
  private static final String SMUGGLED_BODY = "{\"orderNo\":\"SMUGGLED\",\"amount\":\"1.00\"}";

  private static final String SMUGGLED =
      "POST /payments HTTP/1.1\r\n%s\r\n%s\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
          .formatted(Bytes.HOST, Bytes.CALLER, Bytes.JSON, SMUGGLED_BODY.length(), SMUGGLED_BODY);

  /** Each of them makes what follows the head something else than a request. */
  private static final List<List<String>> LENGTHS =
      List.of(
          List.of("Content-Length: 999999"),
          List.of("Content-Length: -1"),
          List.of("Content-Length: x"),
          List.of("Content-Length: 0x10"),
          List.of("Content-Length: +5"),
          List.of("Content-Length: 5, 6"),
          List.of("Content-Length: 5", "Content-Length: 6"),
          List.of("Content-Length: 5 5"),
          List.of("Content-Length: 99999999999999999999"),
          List.of("Content-Length: 9223372036854775807"),
          List.of("Content-Length: 65537"),
          List.of("Content-Length: 5", "Transfer-Encoding: chunked"),
          List.of("Transfer-Encoding: chunked", "Content-Length: 5"),
          List.of("Transfer-Encoding: chunked, identity"),
          List.of("Transfer-Encoding: identity, x"),
          List.of("Transfer-Encoding: chunked", "Transfer-Encoding: chunked"),
          List.of("Transfer-Encoding: chunked", "Transfer-Encoding: x"),
          List.of("Transfer-Encoding: gzip, chunked"),
          List.of("Transfer-Encoding: xchunked"),
          List.of("Transfer-Encoding : chunked"),
          List.of("Transfer-Encoding:\u000bchunked"),
          List.of("Transfer-Encoding: \"chunked\""),
          List.of("Transfer-Encoding: chunked\u0000"),
          List.of("Transfer-Encoding: chunked"));

  /** Chunks, to a reader who is generous. */
  private static final List<String> ENCODINGS =
      List.of(
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: CHUNKED",
          "Transfer-Encoding : chunked",
          "Transfer-Encoding:\u000bchunked",
          "Transfer-Encoding: xchunked",
          "Transfer-Encoding: \"chunked\"",
          "Transfer-Encoding: chunked\u0000",
          "Transfer-Encoding: chunked, identity",
          "Transfer-Encoding: identity",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: x");

  private static final List<String> CHUNKS =
      List.of(
          "5\r\nabcde\r\n",
          "ffffffffffffffff\r\n",
          "-1\r\n",
          "0x5\r\nabcde\r\n",
          "5;x=" + "y".repeat(9000) + "\r\nabcde\r\n0\r\n\r\n",
          "5 \r\nabcde\r\n0\r\n\r\n",
          "5\nabcde\n0\n\n",
          "\r\n",
          "g\r\n",
          "7fffffff\r\nabc",
          "1\r\n{\r\n1\r\n}\r\n0\r\nX: " + "t".repeat(9000) + "\r\n\r\n",
          "2\r\n{}\r\n0\r\nContent-Length: 5\r\n\r\n",
          "2\r\n{}xx0\r\n\r\n",
          "");

  private static final List<String> NO_REQUESTS =
      List.of(
          "\r\n\r\n\r\n",
          "\u0000",
          "GET",
          "GET\r\n\r\n",
          "GET /payments\r\n\r\n",
          "GET  / HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1",
          "GET / HTTP/1.1\r\n",
          "GET / HTTP/1.1\r\nHost",
          "GET / HTTP/1.1\r\n\r\n",
          "GET / HTTP/2.0\r\nHost: x\r\n\r\n",
          "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
          "GET / http/1.1\r\n\r\n",
          "GET / HTTP/1.0\r\n\r\n",
          "GET / HTTP/\r\n\r\n",
          "GET / XTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /\t HTTP/1.1",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
          "SSH-2.0-x\r\n",
          "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
          "\n\nGET / HTTP/1.1\n\n",
          "GET nowhere HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n\r\n",
          "A".repeat(50_000),
          "GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET / HTTP/1.1\rHost: x\r\r",
          "PROXY TCP4 1.2.3.4 1.2.3.4 1 2\r\nGET / HTTP/1.1\r\n\r\n",
          "*1\r\n$4\r\nPING\r\n");

  private static final List<byte[]> OTHER_PROTOCOLS =
      List.of(
          HexFormat.of().parseHex("16030100c8010000c40303" + "ab".repeat(190)),
          HexFormat.of().parseHex("0d0a0d0a000d0a515549540a2111000c"),
          HexFormat.of().parseHex("1234020f0002"));

  private FramingAttacks() {}

  static Arbitrary<HostileRequest> lengths(Endpoint endpoint) {
    Arbitrary<String> bodies =
        Arbitraries.oneOf(Arbitraries.of(CHUNKS), Arbitraries.just(SMUGGLED))
            .map(body -> body.isEmpty() ? "0\r\n" : body);
    return Combinators.combine(Arbitraries.of(LENGTHS), bodies)
        .as((lines, body) -> broken(Kind.FRAMING, endpoint, lines, body));
  }

  /** By either reading the body has ended; then somebody might take the rest for a request. */
  static Arbitrary<HostileRequest> smuggling(Endpoint endpoint) {
    String end = "0\r\n\r\n";
    String length = "Content-Length: " + end.length();
    return Combinators.combine(Arbitraries.of(ENCODINGS), Arbitraries.of(true, false))
        .as(
            (encoding, first) -> {
              List<String> lines = first ? List.of(encoding, length) : List.of(length, encoding);
              return broken(Kind.SMUGGLING, endpoint, lines, end + SMUGGLED);
            });
  }

  static Arbitrary<HostileRequest> noise(Endpoint endpoint) {
    return Arbitraries.oneOf(
            Arbitraries.of(NO_REQUESTS).map(Bytes::of),
            Arbitraries.of(OTHER_PROTOCOLS),
            Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(200))
        .map(bytes -> HostileRequest.broken(Kind.NOISE, endpoint, bytes));
  }

  static Arbitrary<HostileRequest> cuts(Endpoint endpoint) {
    byte[] whole =
        Bytes.request(endpoint.method(), endpoint.path(), endpoint.headers(), endpoint.body());
    return Arbitraries.integers()
        .between(1, whole.length - 1)
        .map(end -> HostileRequest.broken(Kind.CUT, endpoint, Arrays.copyOf(whole, end)));
  }

  /** In order, but all at once. */
  static Arbitrary<HostileRequest> pipelines(Endpoint endpoint) {
    byte[] one =
        Bytes.request(endpoint.method(), endpoint.path(), endpoint.headers(), endpoint.body());
    return Arbitraries.of(2, 5, 10)
        .map(
            count ->
                new HostileRequest(
                    Kind.PIPELINE,
                    endpoint,
                    Collections.nCopies(count, endpoint.method()),
                    Bytes.text(one).repeat(count)));
  }

  private static HostileRequest broken(
      Kind kind, Endpoint endpoint, List<String> lines, String body) {
    List<String> all = new ArrayList<>(endpoint.headers());
    all.addAll(lines);
    return HostileRequest.broken(
        kind, endpoint, Bytes.unframed(endpoint.method(), endpoint.path(), all, Bytes.of(body)));
  }
}
