package com.yuge.payment.in.contract;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request and its answer as they were on the wire. Names of headers are in lower case. */
public record Exchange(Request request, Response response) {
  /**
   * What was sent.
   *
   * @param operators whether it went to the operators' port
   * @param target path and query, as they were sent
   */
  public record Request(
      boolean operators, String method, String target, Map<String, String> headers, String body) {
    boolean isHead() {
      return method.equals("HEAD");
    }

    String path() {
      // A proxy's form of a request names the server too.
      return target.replaceFirst("(?s)\\?.*", "").replaceFirst("^https?://[^/]*", "");
    }

    String contentType() {
      return mediaType(headers);
    }

    String query() {
      return target.contains("?") ? target.replaceFirst("(?s)[^?]*\\?", "") : "";
    }
  }

  /** What came back. */
  public record Response(int status, Map<String, String> headers, String body) {
    /** Without its parameters, such as the charset. */
    String contentType() {
      return mediaType(headers);
    }

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  private static String mediaType(Map<String, String> headers) {
    return headers
        .getOrDefault("content-type", "")
        .replaceFirst(";.*", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** What a JDK's client sent and got. */
  public static Exchange of(boolean operators, HttpResponse<String> answer) {
    HttpRequest sent = answer.request();
    String query = sent.uri().getRawQuery();
    Request request =
        new Request(
            operators,
            sent.method(),
            sent.uri().getRawPath() + (query == null ? "" : "?" + query),
            lowerCase(sent.headers().map()),
            SentBody.of(sent));
    return new Exchange(
        request,
        new Response(answer.statusCode(), lowerCase(answer.headers().map()), answer.body()));
  }

  private static Map<String, String> lowerCase(Map<String, ? extends Iterable<String>> headers) {
    Map<String, String> lowerCase = new TreeMap<>();
    headers.forEach(
        (name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), values.iterator().next()));
    return lowerCase;
  }
}
