package com.yuge.payment.channelfakes.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP response. */
record Answer(int status, Map<String, String> headers, String body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:;"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  static Answer json(Object value) {
    return json(200, value);
  }

  static Answer json(int status, Object value) {
    return new Answer(
        status, Map.of("Content-Type", "application/json"), JSON.writeValueAsString(value));
  }

  static Answer page(int status, String html) {
    return new Answer(
        status,
        Map.of(
            "Content-Type", "text/html; charset=utf-8",
            "Content-Security-Policy", POLICY,
            "Cache-Control", "no-store"),
        html);
  }

  /** Redirects, so that a reload of the page does not press the button again. */
  static Answer seeOther(String location) {
    return new Answer(303, Map.of("Location", location), "");
  }

  byte[] bytes() {
    return body.getBytes(UTF_8);
  }
}
