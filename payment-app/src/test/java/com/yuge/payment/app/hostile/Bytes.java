package com.yuge.payment.app.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes requests byte by byte; a character up to U+00FF is one byte. */
final class Bytes {
  static final String HOST = "Host: 127.0.0.1";
  static final String JSON = "Content-Type: application/json";

  /** Where a mode puts its key, if it has one. */
  static final String CALLER = "X-Caller: hostile";

  private static final String END = "\r\n";

  private Bytes() {}

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Well framed: with the length that it has, if it has a body. */
  static byte[] request(String method, String target, List<String> lines, byte[] body) {
    StringBuilder head = begin(method, target, lines);
    if (body.length > 0) {
      head.append("Content-Length: ").append(body.length).append(END);
    }
    return join(of(head + END), body);
  }

  /** With nothing but what the lines say about its length. */
  static byte[] unframed(String method, String target, List<String> lines, byte[] body) {
    return join(of(begin(method, target, lines) + END), body);
  }

  private static StringBuilder begin(String method, String target, List<String> lines) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1" + END);
    head.append(HOST).append(END).append(CALLER).append(END);
    lines.forEach(line -> head.append(line).append(END));
    return head;
  }
}
