package com.yuge.payment.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Binds records of settings as Spring Boot will. Binding stops at the first trouble, so a setting
 * that failed is hidden, its default taken, and all is bound again until no new one fails.
 *
 * <p>A record names its own broken rules in the message of an {@link IllegalArgumentException}, one
 * a line: the key, a blank, the rule.
 */
final class BrokenSettings {
  private final ConfigurableEnvironment environment;
  private final Map<ConfigurationPropertyName, String> rules = new LinkedHashMap<>();

  BrokenSettings(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /** One for each setting: its key, its rule, and the value unless that is a secret. */
  List<String> lines() {
    return rules.entrySet().stream()
        .map(broken -> FoundSetting.describe(broken.getKey(), broken.getValue(), sources()))
        .toList();
  }

  void lookIn(Class<? extends Record> type) {
    int before;
    do {
      before = rules.size();
      bind(type);
    } while (rules.size() > before);
  }

  private void bind(Class<? extends Record> type) {
    try {
      Object unused = binder().bindOrCreate(FoundSettings.prefix(type), Bindable.of(type));
    } catch (BindException e) {
      note(e);
    }
  }

  private Binder binder() {
    return new Binder(
        sources().stream().map(source -> source.filter(name -> !isHidden(name))).toList(),
        new PropertySourcesPlaceholdersResolver(environment));
  }

  private List<ConfigurationPropertySource> sources() {
    return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
        .toList();
  }

  private boolean isHidden(ConfigurationPropertyName name) {
    return rules.keySet().stream().anyMatch(key -> key.equals(name) || key.isAncestorOf(name));
  }

  private void note(BindException e) {
    String message = NestedExceptionUtils.getMostSpecificCause(e).getMessage();
    if (message != null && message.startsWith(e.getName() + ".")) {
      message.lines().forEach(this::noteRule);
    } else {
      rules.putIfAbsent(e.getName(), TypeRules.of(e));
    }
  }

  /** Of one setting only the first rule is told. */
  void noteRule(String line) {
    int blank = line.indexOf(' ');
    ConfigurationPropertyName key = ConfigurationPropertyName.of(line.substring(0, blank));
    String rule = line.substring(blank + 1);
    if (!isAboutAnother(key, rule)) {
      rules.putIfAbsent(key, rule);
    }
  }

  /** Such as a lease against a timeout that is broken: nobody knows whether it will hold. */
  private boolean isAboutAnother(ConfigurationPropertyName key, String rule) {
    return rules.keySet().stream()
        .filter(other -> !other.equals(key) && other.getParent().equals(key.getParent()))
        .anyMatch(other -> rule.contains(other.getLastElement(Form.DASHED)));
  }

  static @Nullable ConfigurationProperty find(
      ConfigurationPropertyName key, List<ConfigurationPropertySource> sources) {
    return sources.stream()
        .map(source -> source.getConfigurationProperty(key))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
