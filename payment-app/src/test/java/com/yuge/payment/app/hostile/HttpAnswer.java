package com.yuge.payment.app.hostile;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer as it came; of headers that came twice the last. */
record HttpAnswer(int status, Map<String, String> headers, String text) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int CONTINUE_BELOW = 200;
  private static final int NO_CONTENT = 204;
  private static final int BARE = 0;
  private static final int BAD_REQUEST = 400;

  private static final Pattern OF_TOMCAT =
      Pattern.compile("<!doctype html>.*<body><h1>[^<]*(400|417|501|505)[^<]*</h1></body></html>");

  /** The next one that ends a request, or null where the connection ends before it begins. */
  static @Nullable HttpAnswer read(InputStream in, String method) throws IOException {
    for (String first = line(in); first != null; first = line(in)) {
      if (first.startsWith("{") || first.startsWith("<!doctype html>")) {
        return bare(first, in);
      }
      if (!first.matches("HTTP/1\\.1 [1-5][0-9]{2}.*")) {
        throw new AssertionError("no status line: " + first);
      }
      int status = Integer.parseInt(first.substring(9, 12));
      Map<String, String> headers = headers(in);
      if (status >= CONTINUE_BELOW) {
        boolean empty = method.equals("HEAD") || status == NO_CONTENT;
        byte[] body = empty ? new byte[0] : body(in, headers);
        return new HttpAnswer(status, headers, new String(body, StandardCharsets.UTF_8));
      }
    }
    return null;
  }

  /** To HTTP/0.9, which Tomcat still speaks: nothing but a body. */
  private static HttpAnswer bare(String first, InputStream in) throws IOException {
    byte[] body = Bytes.join(Bytes.of(first), in.readAllBytes());
    return new HttpAnswer(BARE, Map.of(), new String(body, StandardCharsets.UTF_8));
  }

  boolean isBare() {
    return status == BARE;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean closes() {
    return isBare() || isOfTomcat() || header("connection").equals("close");
  }

  /**
   * To what no path of ours gets to see, such as a head that is too long. It ends the connection:
   * nobody knows where the next request would begin.
   */
  boolean isOfTomcat() {
    return OF_TOMCAT.matcher(text).matches()
        || (status == BAD_REQUEST && text.isEmpty() && header("connection").equals("close"));
  }

  JsonNode json() {
    try {
      return JSON.readTree(text);
    } catch (JacksonException notJson) {
      return JSON.missingNode();
    }
  }

  String code() {
    return json().path("code").asString("");
  }

  /** Its status and its code, which a refusal to HEAD and what operators are told do without. */
  String shown() {
    return (status + " " + code()).strip();
  }

  @Override
  public String toString() {
    return status + " " + headers + "\n" + text;
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = some(line(in)); !line.isEmpty(); line = some(line(in))) {
      String[] parts = line.split(": ?", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    return headers;
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      return chunks(in);
    }
    String length = headers.get("content-length");
    return length == null ? in.readAllBytes() : exactly(in, Integer.parseInt(length));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int length;
    do {
      length = Integer.parseInt(some(line(in)), 16);
      body.writeBytes(exactly(in, length));
      String end = some(line(in));
      if (!end.isEmpty()) {
        throw new AssertionError("behind a chunk: " + end);
      }
    } while (length > 0);
    return body.toByteArray();
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("an answer broke off");
    }
    return bytes;
  }

  private static String some(@Nullable String line) throws IOException {
    if (line == null) {
      throw new EOFException("an answer broke off");
    }
    return line;
  }

  /** Without its end; null where nothing comes any more. */
  private static @Nullable String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return line.toString().stripTrailing();
      }
      line.append((char) c);
    }
    return line.isEmpty() ? null : line.toString();
  }
}
