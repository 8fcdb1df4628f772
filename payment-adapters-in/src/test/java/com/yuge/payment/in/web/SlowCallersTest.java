package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Tomcat with our rules, before a servlet that never reads a body. */
class SlowCallersTest {
  private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String POST = "POST / HTTP/1.1\r\nHost: x\r\n%s\r\n\r\n";

  private static WebServer hasty;
  private static WebServer patient;

  /** Says "deaf", or that the body is late where the path says so. */
  private static final class Deaf extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setStatus(request.getRequestURI().equals("/late") ? 408 : 200);
      response.getWriter().write("deaf");
    }
  }

  @BeforeAll
  static void start() {
    hasty = start(Duration.ofMillis(300));
    patient = start(Duration.ofMinutes(1));
  }

  private static WebServer start(Duration receiveTimeout) {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
    factory.setAddress(InetAddress.getLoopbackAddress());
    FailureAnswers answers = new FailureAnswers(new Messages(), new TraceIds(null));
    new TomcatRules(answers, new HttpProperties(100, receiveTimeout)).customize(factory);
    WebServer server =
        factory.getWebServer(context -> context.addServlet("deaf", new Deaf()).addMapping("/"));
    server.start();
    return server;
  }

  @AfterAll
  static void stop() {
    hasty.stop();
    patient.stop();
  }

  @Test
  void aHeadMayComeInPieces() throws Exception {
    try (RawCaller caller = new RawCaller(patient.getPort())) {
      caller.say("\r\nGET / HT").say("TP/1.1\r\nHo").say("st: x\r\n\r\n");

      assertThat(caller.hear("deaf", 1)).startsWith("HTTP/1.1 200").endsWith("deaf");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "G", "GET / HTTP/1.1\r\nHost: x\r\nX: ", GET + "GET / HTTP/1.1\r\nX"})
  void aHeadThatTricklesIsCutOff(String begin) throws Exception {
    try (RawCaller caller = new RawCaller(hasty.getPort())) {
      assertThat(caller.say(begin).repeatUntilCutOff("a")).doesNotContain("HTTP/1.1 4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", GET})
  void blankLinesAreNoWayToStay(String begin) throws Exception {
    try (RawCaller caller = new RawCaller(hasty.getPort())) {
      assertThat(caller.say(begin).repeatUntilCutOff("\r\n")).doesNotContain("HTTP/1.1 4");
    }
  }

  @ParameterizedTest
  @CsvSource({"Content-Length: 3, abc", "Transfer-Encoding: chunked, '3\r\nabc\r\n0\r\n\r\n'"})
  void behindABodyThatNobodyReadComesTheNextRequest(String length, String body) throws Exception {
    String head = POST.formatted(length);
    try (RawCaller caller = new RawCaller(patient.getPort())) {
      caller.say(head + body + GET).hear("deaf", 2);
      caller.say(head).hear("deaf", 3);

      assertThat(caller.say(body + GET).hear("deaf", 4).split("HTTP/1.1 200", -1)).hasSize(5);
    }
  }

  @ParameterizedTest
  @CsvSource({"Content-Length: 10000, a", "Transfer-Encoding: chunked, '1\r\na\r\n'"})
  void aRestThatTricklesIsCutOffBehindTheAnswer(String length, String piece) throws Exception {
    try (RawCaller caller = new RawCaller(hasty.getPort())) {
      caller.say(POST.formatted(length));

      assertThat(caller.repeatUntilCutOff(piece)).startsWith("HTTP/1.1 200").endsWith("deaf");
    }
  }

  @Test
  void ofARestThatIsTooLongOnlySoMuchIsRead() throws Exception {
    try (RawCaller caller = new RawCaller(patient.getPort())) {
      String answer = caller.say(POST.formatted("Content-Length: 65537")).hear("deaf", 1);

      assertThat(answer).contains("Connection: close");
      caller.repeatUntilCutOff("a".repeat(10_000));
    }
  }

  /** Such a caller sends nothing before it is told to, which nobody will do any more. */
  @Test
  void whoAsksWhetherToSendAndIsAnsweredIsNotWaitedFor() throws Exception {
    try (RawCaller caller = new RawCaller(patient.getPort())) {
      caller.say(POST.formatted("Content-Length: 10\r\nExpect: 100-continue"));

      assertThat(caller.hear("nothing more", 1)).startsWith("HTTP/1.1 200").endsWith("deaf");
    }
  }

  @Test
  void whoWasTooSlowIsNotWaitedFor() throws Exception {
    try (RawCaller caller = new RawCaller(patient.getPort())) {
      caller.say(POST.formatted("Content-Length: 10").replace("/ ", "/late "));

      assertThat(caller.hear("nothing more", 1)).startsWith("HTTP/1.1 408").endsWith("deaf");
    }
  }
}
