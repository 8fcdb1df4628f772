package com.yuge.payment.in.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.tracing.Tracer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.web.MockHttpServletRequest;

class ErrorResponsesTest {
  @Test
  void aBugIsToldWithItsTrace() {
    Tracer tracer = mock(Tracer.class, RETURNS_DEEP_STUBS);
    when(Objects.requireNonNull(tracer.currentSpan()).context().traceId()).thenReturn("4bf92f35");

    var answer =
        new ErrorResponses(new Messages(), new TraceIds(tracer))
            .answer(ErrorCode.BUG, new MockHttpServletRequest());

    assertThat(Objects.requireNonNull(answer.getBody()).message()).endsWith("traceId：4bf92f35");
  }

  @ParameterizedTest
  @CsvSource({
    "400, BAD_REQUEST",
    "401, NOT_AUTHENTICATED",
    "403, NOT_ALLOWED",
    "404, NO_SUCH_PATH",
    "405, WRONG_METHOD",
    "406, BAD_REQUEST",
    "413, BODY_TOO_LARGE",
    "415, NOT_JSON",
    "431, BAD_REQUEST",
    "500, BUG",
    "501, BAD_REQUEST",
    "505, BAD_REQUEST",
    "503, STORE_AWAY",
    "504, BUG"
  })
  void statusesOfOthersAreAnsweredByOurCodes(int status, ErrorCode errorCode) {
    assertThat(ErrorCode.of(HttpStatusCode.valueOf(status))).isEqualTo(errorCode);
  }
}
