package com.yuge.payment.in.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a failure before Spring MVC is there to do it. */
public final class FailureWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FailureAnswers answers;

  FailureWriter(FailureAnswers answers) {
    this.answers = answers;
  }

  public void write(Failure failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = JSON.writeValueAsBytes(answers.answer(failure, request).getBody());
    response.setStatus(failure.status());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
