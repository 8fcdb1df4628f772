package com.yuge.payment.app.hostile;

import com.yuge.payment.in.contract.Exchange.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One hostile request, or several on a connection.
 *
 * @param kind what is hostile about it
 * @param methods of its requests in their order, or none where HTTP itself is broken: then it has a
 *     connection of its own, and nobody knows how many answers
 * @param text its bytes, a character each
 */
record HostileRequest(Kind kind, Endpoint endpoint, List<String> methods, String text) {
  private static final int SHOWN = 600;

  static HostileRequest of(
      Kind kind, Endpoint endpoint, String method, String target, List<String> lines, byte[] body) {
    return new HostileRequest(
        kind, endpoint, List.of(method), Bytes.text(Bytes.request(method, target, lines, body)));
  }

  static HostileRequest broken(Kind kind, Endpoint endpoint, byte[] bytes) {
    return new HostileRequest(kind, endpoint, List.of(), Bytes.text(bytes));
  }

  byte[] bytes() {
    return Bytes.of(text);
  }

  boolean operators() {
    return endpoint.operators();
  }

  boolean breaksHttp() {
    return methods.isEmpty();
  }

  /** One for each request; none where a head may be missing or half. */
  int leastAnswers() {
    boolean hasHead = kind != Kind.NOISE && kind != Kind.CUT;
    return breaksHttp() && hasHead ? 1 : methods.size();
  }

  /** Any of its requests: several are the same. */
  Request sent() {
    String one = text.substring(0, text.length() / methods.size());
    String[] parts = one.split("\r\n\r\n", 2);
    String[] lines = parts[0].split("\r\n", -1);
    String target = lines[0].replaceFirst("^\\S* ", "").replaceFirst(" \\S*$", "");
    Map<String, String> headers = new TreeMap<>();
    for (String line : lines) {
      String[] header = line.split(":", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header.length == 1 ? "" : header[1].strip());
    }
    String body = new String(Bytes.of(parts[1]), StandardCharsets.UTF_8);
    return new Request(operators(), methods.get(0), target, headers, body);
  }

  boolean asksNoBody() {
    return methods.contains("HEAD");
  }

  /** From another caller. */
  HostileRequest with(String header) {
    return new HostileRequest(kind, endpoint, methods, text.replace(Bytes.CALLER, header));
  }

  /** It may be for another path than its endpoint's: an operator's health, say, or none at all. */
  boolean leadsElsewhere() {
    return text.contains("/actuator/health") || text.startsWith("OPTIONS * ");
  }

  /** All of its bytes, and its beginning to be read. */
  String shown() {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    return kind
        + " of "
        + text.length()
        + " bytes:\n"
        + shown.replaceAll("[^\\x20-\\x7e\\n]", "?")
        + "\nbase64: "
        + Base64.getEncoder().encodeToString(bytes());
  }
}
