package com.yuge.payment.in.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for the container, which sends here what failed outside Spring MVC and logged it. */
@RestController
final class ErrorPage implements ErrorController {
  private final FailureAnswers answers;

  ErrorPage(FailureAnswers answers) {
    this.answers = answers;
  }

  @RequestMapping("${spring.web.error.path:${error.path:/error}}")
  ResponseEntity<Envelope<Void>> answer(HttpServletRequest request) {
    // Without a status a caller came by itself: to a path that is none.
    Failure failure =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
            ? Failure.of(HttpStatusCode.valueOf(status))
            : Failure.NO_SUCH_PATH;
    return answers.answer(failure, request);
  }
}
