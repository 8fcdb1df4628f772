package com.yuge.payment.in.web;

import com.yuge.payment.in.web.ErrorCode.ErrorData;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Responds to failures outside Spring MVC, which the container has logged and dispatched. */
@RestController
final class ErrorPage implements ErrorController {
  private final ErrorResponses responses;

  ErrorPage(ErrorResponses responses) {
    this.responses = responses;
  }

  @RequestMapping("${spring.web.error.path:${error.path:/error}}")
  ResponseEntity<Envelope<ErrorData>> answer(HttpServletRequest request) {
    return responses.answer(ErrorCode.dispatched(request), request);
  }
}
