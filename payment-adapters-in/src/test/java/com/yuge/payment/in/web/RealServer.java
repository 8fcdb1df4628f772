package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fixtures.Leaks;
import com.yuge.payment.in.InMemoryService;
import com.yuge.payment.in.callback.CallbackConfiguration;
import com.yuge.payment.in.contract.Exchange;
import com.yuge.payment.in.contract.OpenApiContract;
import com.yuge.payment.in.rest.RestConfiguration;
import com.yuge.payment.in.security.SecurityConfiguration;
import com.yuge.payment.out.channel.mock.MockCallbackConfiguration;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The service on Tomcat with a real tracer, one for all tests. */
@SpringBootTest(
    classes = RealServer.Service.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "payment.callback-secret=secret")
abstract class RealServer {
  static final String PAY_ORDER = "/payments/PAY20240101123000123000000000099";
  static final String TOO_LONG = " ".repeat(64 * 1024 + 1);

  @LocalServerPort private int port;

  @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
  @Import({
    InMemoryService.class,
    RestConfiguration.class,
    CallbackConfiguration.class,
    MockCallbackConfiguration.class,
    SecurityConfiguration.class
  })
  static class Service {
    /** Fails outside Spring MVC, in the dispatches that a header names. */
    @Bean
    FilterRegistrationBean<Filter> failingFilter() {
      FilterRegistrationBean<Filter> failing =
          new FilterRegistrationBean<>(
              (request, response, chain) -> {
                String fail = ((HttpServletRequest) request).getHeader("X-Fail");
                if (fail != null && fail.contains(request.getDispatcherType().name())) {
                  throw new IllegalStateException("SELECT secret FROM t_secret");
                }
                chain.doFilter(request, response);
              });
      failing.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
      return failing;
    }
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpResponse<String> response =
        client.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    assertIsTight(response.headers().map() + "\n" + response.body());
    OpenApiContract.check(Exchange.of(false, response));
    // Whoever answers: Spring MVC, a filter, the firewall, Tomcat.
    assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
    return response;
  }

  RawCaller caller() throws IOException {
    return new RawCaller(port);
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpResponse<String> send(String method, String path, String contentType, BodyPublisher body)
      throws Exception {
    return send(to(path).header("Content-Type", contentType).method(method, body));
  }

  HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
    return send("POST", path, "application/json", body);
  }

  static BodyPublisher chunked(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
  }

  /** What no client library sends; the head without its empty line, and what follows it. */
  String sendRaw(String head, String body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = head + "\r\nHost: x\r\nConnection: close\r\n\r\n" + body;
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertIsTight(answer);
      return answer;
    }
  }

  private static void assertIsTight(String told) {
    assertThat(Leaks.inAnswer(told)).as("leak in an answer: %s", told).isEmpty();
  }

  static void is(HttpResponse<String> response, int status, String code) {
    assertThat(response.body()).startsWith("{\"code\":\"" + code + "\",\"message\":\"");
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
  }
}
