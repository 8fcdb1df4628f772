package com.yuge.payment.in;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.validation.FieldError;

/** What Spring Boot says of settings that it does not take. */
public final class ConfigurationErrors {
  private final List<FieldError> errors = new ArrayList<>();
  private final StringWriter trace = new StringWriter();

  private ConfigurationErrors(Throwable failure) {
    failure.printStackTrace(new PrintWriter(trace, true));
    invalid(failure).getValidationErrors().forEach(error -> errors.add((FieldError) error));
  }

  private static BindValidationException invalid(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof BindValidationException)) {
      cause = cause.getCause();
    }
    return (BindValidationException) requireNonNull(cause, "refused, but not by a rule");
  }

  /** Of a configuration that enables a record; none when all are taken. */
  public static List<String> fields(Class<?> configuration, String... settings) {
    List<String> fields = new ArrayList<>();
    new ApplicationContextRunner()
        .withUserConfiguration(configuration)
        .withPropertyValues(settings)
        .run(
            context -> {
              if (context.getStartupFailure() != null) {
                fields.addAll(new ConfigurationErrors(context.getStartupFailure()).fields());
              }
            });
    return fields;
  }

  public static ConfigurationErrors of(@Nullable Throwable failure) {
    return new ConfigurationErrors(requireNonNull(failure, "taken"));
  }

  public List<String> fields() {
    return errors.stream().map(FieldError::getField).toList();
  }

  /** All that a log could tell: the failure with its causes, and the values in a report. */
  public String text() {
    List<String> values =
        errors.stream().map(error -> String.valueOf(error.getRejectedValue())).toList();
    return trace + " " + values;
  }
}
