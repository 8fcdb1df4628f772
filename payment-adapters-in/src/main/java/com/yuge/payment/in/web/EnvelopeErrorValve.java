package com.yuge.payment.in.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers in place of Tomcat's HTML page where a request is too broken to reach any path. */
final class EnvelopeErrorValve extends ErrorReportValve {
  private static final Logger log = LoggerFactory.getLogger(EnvelopeErrorValve.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FailureAnswers answers;

  EnvelopeErrorValve(FailureAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable cause) {
    // As Tomcat's own does: only what is an error, has no body yet, and was not reported before.
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      write(request, response);
    } catch (IOException hungUp) {
      log.debug("caller hung up", hungUp);
    }
  }

  private void write(Request request, Response response) throws IOException {
    Failure failure = Failure.of(HttpStatusCode.valueOf(response.getStatus()));
    response.setStatus(failure.status());
    AnswerHeaders.write(response);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    Writer body = response.getReporter();
    if (body != null) {
      body.write(JSON.writeValueAsString(answers.answer(failure, request).getBody()));
      response.finishResponse();
    }
  }
}
