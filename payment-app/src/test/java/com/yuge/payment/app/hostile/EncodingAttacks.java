package com.yuge.payment.app.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Bodies in other bytes than those of UTF-8, and headers that tell of them, truly or not. */
final class EncodingAttacks {
  private static final List<String> TYPES =
      List.of(
          "Content-Type: application/json;charset=UTF-16",
          "Content-Type: application/json;charset=x",
          "Content-Type: application/json; charset=\"",
          "Content-Type: application/json;charset=utf-7",
          "Content-Type: application/json;;;=",
          "Content-Type: application/json; q=high",
          "Content-Type: APPLICATION/JSON",
          "Content-Type: text/plain",
          "Content-Type:",
          "Content-Type: /",
          "Content-Type: */*",
          "Content-Type: application/*",
          "Content-Type: \u00e9",
          "Content-Type: multipart/form-data",
          "Content-Type: multipart/form-data; boundary=a",
          "Content-Type: application/x-www-form-urlencoded",
          "Content-Type: application/xml",
          "Content-Type: application/json\r\nContent-Type: text/plain",
          "X-No-Content-Type: 1",
          Bytes.JSON + "\r\nContent-Encoding: gzip",
          Bytes.JSON + "\r\nContent-Encoding: x, y",
          "Content-Type: application/" + "j".repeat(4000),
          Bytes.JSON);

  private static final List<String> INVALID =
      List.of(
          "c080",
          "eda080",
          "edb080",
          "f5808080",
          "ff",
          "fe",
          "80",
          "e282",
          "f09f98",
          "00",
          "efbfbf");

  /** Ten megabytes, once unpacked. */
  private static final byte[] BOMB = gzip(new byte[10_000_000]);

  private EncodingAttacks() {}

  static Arbitrary<HostileRequest> requests(Endpoint endpoint) {
    String json = Endpoint.json(endpoint.fields());
    Arbitrary<byte[]> body = Arbitraries.oneOf(encoded(json), broken(json), noise());
    return Combinators.combine(Arbitraries.of(TYPES), body)
        .as(
            (type, bytes) -> {
              List<String> lines = new ArrayList<>(endpoint.headers());
              lines.remove(Bytes.JSON);
              lines.add(type);
              return HostileRequest.of(
                  Kind.ENCODING, endpoint, endpoint.method(), endpoint.path(), lines, bytes);
            });
  }

  private static Arbitrary<byte[]> encoded(String json) {
    Arbitrary<Charset> charsets =
        Arbitraries.of(
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32"),
            Charset.forName("IBM1047"));
    Arbitrary<String> marks = Arbitraries.of("", "\ufeff", "\ufffe");
    return Arbitraries.oneOf(
        Combinators.combine(charsets, marks).as((charset, mark) -> (mark + json).getBytes(charset)),
        Arbitraries.just(Bytes.utf8("\ufeff" + json)),
        Arbitraries.just(gzip(Bytes.utf8(json))),
        Arbitraries.just(BOMB));
  }

  private static Arbitrary<byte[]> broken(String json) {
    return Combinators.combine(
            Arbitraries.of(INVALID), Arbitraries.integers().between(0, json.length()))
        .as(
            (hex, at) ->
                Bytes.join(
                    Bytes.utf8(json.substring(0, at)),
                    HexFormat.of().parseHex(hex),
                    Bytes.utf8(json.substring(at))));
  }

  private static Arbitrary<byte[]> noise() {
    return Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(300);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
