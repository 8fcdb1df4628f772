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

/** Adds the error body where an endpoint of the framework returns only a status. */
@RestControllerAdvice
final class EmptyErrorBodyAdvice implements ResponseBodyAdvice<Object> {
  private final ErrorResponses responses;

  EmptyErrorBodyAdvice(ErrorResponses responses) {
    this.responses = responses;
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
    return responses.answer(ErrorCode.of(status), asked.getServletRequest()).getBody();
  }
}
