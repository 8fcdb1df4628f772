package com.yuge.payment.app.settings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.validation.FieldError;

/** Settings of a start beside application.yml, and which of them the check refuses. */
final class CheckedSettings {
  private final StandardEnvironment environment = new StandardEnvironment();

  private CheckedSettings() {
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, Map.of()));
  }

  static CheckedSettings of(Map<String, Object> settings) {
    return of(settings, "default");
  }

  static CheckedSettings of(Map<String, Object> settings, String profile) {
    CheckedSettings made = new CheckedSettings();
    made.environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    made.environment.setActiveProfiles(profile);
    return made.load();
  }

  static CheckedSettings ofVariables(Map<String, Object> variables) {
    CheckedSettings made = new CheckedSettings();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    made.environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, variables));
    return made.load();
  }

  private CheckedSettings load() {
    ConfigurationPropertySources.attach(environment);
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    return this;
  }

  void pass() {
    SettingsCheck.check(environment);
  }

  @Nullable String property(String key) {
    return environment.getProperty(key);
  }

  Throwable refused() {
    Throwable refused = catchThrowable(this::pass);
    assertThat(refused).isNotNull();
    return refused;
  }

  /** The rules that are told together, each with its key before it. */
  List<String> brokenRules() {
    Throwable refused = refused();
    assertThat(refused).isInstanceOf(StartupException.class);
    return String.valueOf(refused.getMessage()).lines().skip(2).map(String::strip).toList();
  }

  /** Of such rules, or of what Spring Boot refuses in one record. */
  List<String> brokenKeys() {
    Throwable refused = refused();
    if (refused instanceof StartupException) {
      return brokenRules().stream().map(line -> line.split(" ", 2)[0]).toList();
    }
    BindException bind = cause(BindException.class, refused);
    return bind.getCause() instanceof BindValidationException invalid
        ? invalid.getValidationErrors().getAllErrors().stream()
            .map(error -> error.getObjectName() + "." + dashed((FieldError) error))
            .toList()
        : List.of(bind.getName().toString());
  }

  private static String dashed(FieldError error) {
    return DataObjectPropertyName.toDashedForm(error.getField());
  }

  private static <T extends Throwable> T cause(Class<T> type, Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    return type.cast(requireNonNull(cause, "refused, but not as settings"));
  }
}
