package com.yuge.payment.channelfakes.http;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP response. */
public record Answer(int status, Map<String, String> headers, Content content) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:;"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  public Answer {
    headers = Map.copyOf(headers);
  }

  public Answer(int status, Map<String, String> headers, String body) {
    this(status, headers, Content.of(body));
  }

  /** Answers 200 with this value as JSON. */
  public static Answer json(Object value) {
    return json(200, value);
  }

  /** Answers with this value as JSON. */
  public static Answer json(int status, Object value) {
    return of(status, "application/json", JSON.writeValueAsString(value));
  }

  /** Answers with a text of this content type. */
  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, Map.of("Content-Type", contentType), body);
  }

  /** Answers with a file of this content type. */
  public static Answer file(String contentType, Content content) {
    return new Answer(200, Map.of("Content-Type", contentType), content);
  }

  /** Answers with a page for people. */
  public static Answer page(int status, String html) {
    return of(status, "text/html; charset=utf-8", html)
        .with(Map.of("Content-Security-Policy", POLICY, "Cache-Control", "no-store"));
  }

  /** Redirects, so that a reload of the page does not press the button again. */
  public static Answer seeOther(String location) {
    return new Answer(303, Map.of("Location", location), "");
  }

  /** Returns the same answer with these headers too. */
  public Answer with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, content);
  }

  /** Returns the body as text. */
  public String body() {
    return content.text();
  }
}
