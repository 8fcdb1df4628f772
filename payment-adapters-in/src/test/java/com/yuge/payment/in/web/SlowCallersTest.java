package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.security.SecurityConfiguration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Tomcat with our limits and a single thread, before a servlet that never reads a body. */
class SlowCallersTest {
  private static final String GET = "GET /200 HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String POST = "POST /%d HTTP/1.1\r\nHost: x\r\n%s\r\n\r\n";

  private static ServletWebServerApplicationContext hasty;
  private static ServletWebServerApplicationContext patient;

  /** Says "deaf", with the status that the path names. */
  private static final class Deaf extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setStatus(Integer.parseInt(request.getServletPath().substring(1)));
      response.getOutputStream().print("deaf");
    }
  }

  @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
  @Import(SecurityConfiguration.class)
  static class Service {
    @Bean
    ServletRegistrationBean<Deaf> deaf() {
      return new ServletRegistrationBean<>(new Deaf(), "/200", "/401", "/408");
    }
  }

  @BeforeAll
  static void start() {
    hasty = start("300ms");
    patient = start("1m");
  }

  private static ServletWebServerApplicationContext start(String timeout) {
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(Service.class)
            .properties(
                "server.port=0",
                "server.tomcat.threads.max=1",
                "server.tomcat.threads.min-spare=1",
                "server.tomcat.connection-timeout=" + timeout,
                "payment.http.receive-timeout=" + timeout)
            .run();
  }

  @AfterAll
  static void stop() {
    hasty.close();
    patient.close();
  }

  private static RawCaller callerOf(ServletWebServerApplicationContext service) throws IOException {
    return new RawCaller(Objects.requireNonNull(service.getWebServer()).getPort());
  }

  @Test
  void aHeadMayComeInPieces() throws Exception {
    try (RawCaller caller = callerOf(patient)) {
      caller.say("\r\nGET /2").say("00 HTTP/1.1\r\nHo").say("st: x\r\n\r\n");

      assertThat(caller.hear("deaf", 1)).startsWith("HTTP/1.1 200").endsWith("deaf");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"G", "GET /200 HTTP/1.1\r\nHost: x\r\nX: ", "\r\n\r\n"})
  void aHeadThatStopsIsCutOff(String begin) throws Exception {
    try (RawCaller caller = callerOf(hasty)) {
      assertThat(caller.say(begin).hear("anything", 1)).isEmpty();
    }
  }

  /** They hold connections, which are bounded, for as long as they like; no thread waits. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "G",
        "GET /200 HTTP/1.1\r\nHost: x\r\nX: ",
        GET + "GET /200 HTTP/1.1\r\nX",
        "\r\n\r\n"
      })
  void headsThatTrickleLeaveTheThreadToOthers(String begin) throws Exception {
    List<RawCaller> trickling = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      trickling.add(callerOf(patient).say(begin).say("a"));
    }
    try (RawCaller other = callerOf(patient)) {
      assertThat(other.say(GET).hear("deaf", 1)).startsWith("HTTP/1.1 200").endsWith("deaf");
    }
    for (RawCaller caller : trickling) {
      caller.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"Content-Length: 3, abc", "Transfer-Encoding: chunked, '3\r\nabc\r\n0\r\n\r\n'"})
  void behindABodyThatNobodyReadComesTheNextRequest(String length, String body) throws Exception {
    String head = POST.formatted(401, length);
    try (RawCaller caller = callerOf(patient)) {
      caller.say(head + body + GET).hear("deaf", 2);
      caller.say(head).hear("deaf", 3);

      assertThat(caller.say(body + GET).hear("deaf", 4).split("HTTP/1.1 [24]0[01]", -1)).hasSize(5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 10000", "Transfer-Encoding: chunked"})
  void aRestThatStopsIsCutOffBehindTheAnswer(String length) throws Exception {
    try (RawCaller caller = callerOf(hasty)) {
      caller.say(POST.formatted(401, length));

      assertThat(caller.hear("nothing more", 1)).startsWith("HTTP/1.1 401").endsWith("deaf");
    }
  }

  @Test
  void whoWasTooSlowAndStopsIsCutOff() throws Exception {
    try (RawCaller caller = callerOf(hasty)) {
      caller.say(POST.formatted(408, "Content-Length: 10"));

      assertThat(caller.hear("nothing more", 1))
          .startsWith("HTTP/1.1 408")
          .contains("Connection: close")
          .endsWith("deaf");
    }
  }

  @Test
  void ofARestThatIsTooLongOnlySoMuchIsRead() throws Exception {
    try (RawCaller caller = callerOf(patient)) {
      String answer = caller.say(POST.formatted(200, "Content-Length: 999999")).hear("deaf", 1);

      assertThat(answer).contains("Connection: close");
      caller.repeatUntilCutOff("a".repeat(10_000));
    }
  }

  /** Such a caller sends nothing before it is told to, which nobody will do any more. */
  @Test
  void whoAsksWhetherToSendAndIsRefusedIsNotWaitedFor() throws Exception {
    try (RawCaller caller = callerOf(patient)) {
      caller.say(POST.formatted(401, "Content-Length: 10\r\nExpect: 100-continue"));

      assertThat(caller.hear("nothing more", 1)).startsWith("HTTP/1.1 401").endsWith("deaf");
    }
  }
}
