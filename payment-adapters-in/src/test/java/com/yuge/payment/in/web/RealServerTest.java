package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.InMemoryService;
import com.yuge.payment.in.Json;
import com.yuge.payment.in.callback.CallbackConfiguration;
import com.yuge.payment.in.rest.RestConfiguration;
import jakarta.servlet.Filter;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What only a real container shows: chunks, and its own errors. */
@SpringBootTest(
    classes = RealServerTest.Service.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "payment.callback-secret=secret")
class RealServerTest {
  @LocalServerPort private int port;

  @EnableAutoConfiguration
  @Import({InMemoryService.class, RestConfiguration.class, CallbackConfiguration.class})
  static class Service {
    /** Fails outside Spring MVC. */
    @Bean
    Filter failingFilter() {
      return (request, response, chain) -> {
        if (request.getParameter("fail") != null) {
          throw new IllegalStateException("SELECT secret FROM t_secret");
        }
        chain.doFilter(request, response);
      };
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return client.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> post(BodyPublisher body) throws Exception {
    return send(to("/payments").header("Content-Type", "application/json").POST(body));
  }

  private static BodyPublisher chunked(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
  }

  private static void is(HttpResponse<String> response, int status, String code) {
    assertThat(response.body()).startsWith("{\"code\":\"" + code + "\",\"message\":\"");
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @Test
  void aPayOrderIsCreatedFromChunks() throws Exception {
    HttpResponse<String> response = post(chunked(Json.order("ORD-1", "99.90")));

    is(response, 200, "00000");
    assertThat(response.body()).contains("\"amount\":99.90", "\"statusDesc\":\"初始化\"");
  }

  @Test
  void aBodyOverTheLimitIsRefusedWithAndWithoutItsLength() throws Exception {
    String body = " ".repeat(BodyLimitFilter.MAX_BYTES + 1);

    is(post(BodyPublishers.ofString(body)), 413, "A0413");
    is(post(chunked(body)), 413, "A0413");
  }

  @Test
  void unknownPathsAreNotFound() throws Exception {
    is(send(to("/nowhere")), 404, "A0404");
    is(send(to("/error")), 404, "A0404");
    is(send(to("/payments/mock-callback")), 405, "A0405");
    is(send(to("/payments/generate-signature")), 404, "A0404");
  }

  /** No client library sends such a thing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /payments/%2F HTTP/1.1",
        "GET /payments/[x] HTTP/1.1",
        "GET /payments/order/%00 HTTP/1.1",
        "G@T /payments HTTP/1.1"
      })
  void aRequestTooBrokenForAnyPathIsToldInTheEnvelope(String line) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = line + "\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

      String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(response)
          .startsWith("HTTP/1.1 400")
          .contains("Content-Type: application/json")
          .contains("{\"code\":\"A0400\",\"message\":\"请求无法理解\",\"data\":null}");
    }
  }

  @Test
  void whatFailsOutsideSpringMvcIsToldLikeAnyBug() throws Exception {
    HttpResponse<String> response = send(to("/payments?fail=1"));

    is(response, 500, "B0001");
    assertThat(response.body()).doesNotContain("SELECT");
  }
}
