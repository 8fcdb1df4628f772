package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.StoreTrouble;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  /** The second fails once more while it is told, so that only the container is left to do so. */
  @ParameterizedTest
  @ValueSource(strings = {"REQUEST", "REQUEST, ERROR"})
  void whatFailsOutsideSpringMvcIsToldWithItsTrace(String dispatches) throws Exception {
    HttpResponse<String> response = send(traced().header("X-Fail", dispatches));

    is(response, 500, "B0001");
    assertThat(response.body()).contains("traceId：" + TRACE_ID).doesNotContain("SELECT");
  }
}
