package com.yuge.payment.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.yuge.payment.domain.fixtures.Leaks;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a caller got. */
public record Answer(MockHttpServletResponse response, String body) {
  static Answer of(MockHttpServletResponse response) {
    String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    assertThat(Leaks.inAnswer(body)).as("leak in an answer: %s", body).isEmpty();
    return new Answer(response, body);
  }

  /** Whatever went wrong or right, the answer is JSON in the envelope. */
  public Answer is(int status, String code) {
    assertThat(body).as("body").startsWith("{\"code\":\"" + code + "\",\"message\":\"");
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getContentType()).isEqualTo("application/json");
    return this;
  }

  public Answer isOk() {
    return is(200, "00000");
  }

  public Answer says(String part) {
    assertThat(this.<String>at("$.message")).contains(part);
    return this;
  }

  /** The one value at the path. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <T> T at(String path) {
    return JsonPath.read(body, path);
  }

  public String payNo() {
    return at("$.data.payNo");
  }

  public @Nullable String header(String name) {
    return response.getHeader(name);
  }
}
