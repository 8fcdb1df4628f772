package com.yuge.payment.app.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a {@link StartupException}. {@code META-INF/spring.factories} lists this class. */
final class StartupExceptionAnalyzer extends AbstractFailureAnalyzer<StartupException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StartupException exception) {
    return new FailureAnalysis(exception.getMessage(), exception.action(), exception);
  }
}
