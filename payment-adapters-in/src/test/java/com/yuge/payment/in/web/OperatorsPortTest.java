package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.security.SecurityConfiguration;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The rules of the callers' port on the operators' port, which has a context of its own. */
@SpringBootTest(
    classes = OperatorsPortTest.Service.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "management.endpoints.web.exposure.include=*"})
class OperatorsPortTest {
  private static final String JSON = "Content-Type: application/json";

  @LocalManagementPort private int port;

  @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
  @Import(SecurityConfiguration.class)
  static class Service {
    @Bean
    Echo echo() {
      return new Echo();
    }
  }

  @Endpoint(id = "echo")
  static class Echo {
    @WriteOperation
    String say(String text) {
      return text;
    }

    @ReadOperation
    String trace() {
      return String.valueOf(MDC.get("traceId"));
    }
  }

  /** What an operator does is told in the log with the trace of the request. */
  @Test
  void whatIsLoggedHereHasTheTraceOfItsRequest() throws IOException {
    String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    String header = "traceparent: 00-" + traceId + "-00f067aa0ba902b7-01";

    assertThat(answer("GET /actuator/echo HTTP/1.1", header, "", traceId)).endsWith(traceId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "text/html"})
  void whoAsksForTheErrorPageFindsNothing(String accepted) throws IOException {
    assertThat(answer("GET /error HTTP/1.1", "Accept: " + accepted, ""))
        .startsWith("HTTP/1.1 404")
        .contains("{\"code\":\"A0404\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/html"})
  void aRealErrorKeepsItsStatus(String accepted) throws IOException {
    String query = "a=1&".repeat(1001);

    assertThat(answer("GET /actuator/health?" + query + " HTTP/1.1", "Accept: " + accepted, ""))
        .startsWith("HTTP/1.1 400")
        .contains("{\"code\":\"A0400\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\nExpect: 100-continue"})
  void aBodyThatSaysThatItIsTooLongIsNotWaitedFor(String expect) throws IOException {
    assertThat(
            answer("POST /actuator/echo HTTP/1.1", JSON + "\r\nContent-Length: 65537" + expect, ""))
        .startsWith("HTTP/1.1 413")
        .contains("{\"code\":\"A0413\"");
  }

  @Test
  void anotherCharsetIsNotTaken() throws IOException {
    String body = "{\"text\":\"hello\"}";
    String length = "\r\nContent-Length: " + body.length();

    assertThat(answer("POST /actuator/echo HTTP/1.1", JSON + "; charset=GBK" + length, body))
        .startsWith("HTTP/1.1 415")
        .contains("{\"code\":\"A0415\"");
    assertThat(answer("POST /actuator/echo HTTP/1.1", JSON + "; charset=UTF-8" + length, body))
        .startsWith("HTTP/1.1 200");
  }

  private String answer(String request, String header, String body) throws IOException {
    return answer(request, header, body, "\"data\":null}");
  }

  private String answer(String request, String header, String body, String end) throws IOException {
    try (RawCaller caller = new RawCaller(port)) {
      return caller
          .say(request + "\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n" + body)
          .hear(end, 1);
    }
  }
}
