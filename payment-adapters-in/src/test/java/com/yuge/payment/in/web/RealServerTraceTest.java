package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.StoreTrouble;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A bug is told with the trace of its request, wherever it happened. */
class RealServerTraceTest extends RealServer {
  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Autowired private StoreTrouble trouble;

  @AfterEach
  void end() {
    trouble.end();
  }

  private HttpRequest.Builder traced() {
    return to(PAY_ORDER).header("traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01");
  }

  @Test
  void whatFailsInsideSpringMvcIsToldWithItsTrace() throws Exception {
    trouble.strike(new IllegalStateException("SELECT secret FROM t_secret"));

    HttpResponse<String> response = send(traced());

    is(response, 500, "B0001");
    assertThat(response.body()).contains("traceId：" + TRACE_ID).doesNotContain("SELECT");
  }

  @Test
  void whatFailsOutsideSpringMvcIsToldWithItsTrace() throws Exception {
    HttpResponse<String> response = send(traced().header("X-Fail", "REQUEST"));

    is(response, 500, "B0001");
    assertThat(response.body()).contains("traceId：" + TRACE_ID).doesNotContain("SELECT");
  }

  /** Only the container is left to answer. */
  @Test
  void whatFailsOnceMoreWhileItIsToldIsToldByItsStatusAlone() throws Exception {
    String head = "GET " + PAY_ORDER + " HTTP/1.1\r\nX-Fail: REQUEST, ERROR";

    assertThat(sendRaw(head, ""))
        .startsWith("HTTP/1.1 500")
        .containsPattern("<h1>[^<]*500[^<]*</h1></body></html>$");
  }
}
