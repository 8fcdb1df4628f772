package com.yuge.payment.app.settings;

import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Reports a gap in a list of settings, such as {@code keys[1]} without {@code keys[0]}. Spring
 * Boot's own analyzer would print the values, and a value may be a secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnboundSettingsAnalyzer
    extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {
  @Override
  protected FailureAnalysis analyze(
      Throwable rootFailure, UnboundConfigurationPropertiesException unbound) {
    return new FailureAnalysis(
        unbound.getMessage(), "Number the elements of each list from 0, without a gap.", unbound);
  }
}
