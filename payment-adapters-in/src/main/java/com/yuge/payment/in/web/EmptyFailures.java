package com.yuge.payment.in.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Gives the framework's endpoints words where they answer a failure's status and nothing else. */
@RestControllerAdvice
final class EmptyFailures implements ResponseBodyAdvice<Object> {
  private final FailureAnswers answers;

  EmptyFailures(FailureAnswers answers) {
    this.answers = answers;
  }

  @Override
  public boolean supports(MethodParameter result, Class<? extends HttpMessageConverter<?>> type) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter result,
      MediaType chosen,
      Class<? extends HttpMessageConverter<?>> type,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body != null
        || !(request instanceof ServletServerHttpRequest asked)
        || !(response instanceof ServletServerHttpResponse answer)) {
      return body;
    }
    HttpStatusCode status = HttpStatusCode.valueOf(answer.getServletResponse().getStatus());
    if (!status.isError()) {
      return null;
    }
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    return answers.answer(Failure.of(status), asked.getServletRequest()).getBody();
  }
}
