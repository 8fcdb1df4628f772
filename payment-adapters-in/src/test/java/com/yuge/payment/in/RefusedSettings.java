package com.yuge.payment.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.validation.FieldError;

/** What Spring Boot says of settings that it does not take. */
public final class RefusedSettings {
  private final List<FieldError> errors = new ArrayList<>();
  private final StringWriter trace = new StringWriter();

  private RefusedSettings(Throwable failure) {
    failure.printStackTrace(new PrintWriter(trace, true));
    Throwable cause = failure;
    while (!(cause instanceof BindValidationException)) {
      assertThat(cause).as("%s", trace).isNotNull();
      cause = cause.getCause();
    }
    ((BindValidationException) cause)
        .getValidationErrors()
        .forEach(error -> errors.add((FieldError) error));
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
                fields.addAll(new RefusedSettings(context.getStartupFailure()).fields());
              }
            });
    return fields;
  }

  public static RefusedSettings of(Throwable failure) {
    return new RefusedSettings(failure);
  }

  public List<String> fields() {
    return errors.stream().map(FieldError::getField).toList();
  }

  /** All that a log could tell: the failure with its causes, and the values in a report. */
  public String told() {
    List<String> values =
        errors.stream().map(error -> String.valueOf(error.getRejectedValue())).toList();
    return trace + " " + values;
  }
}
