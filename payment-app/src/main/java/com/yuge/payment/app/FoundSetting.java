package com.yuge.payment.app;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/** Tells what a setting is and where that was said, without giving secrets away. */
final class FoundSetting {
  private static final int MOST_CHARACTERS = 100;

  /** Addresses among them, because a password may be inside. */
  private static final Set<ConfigurationPropertyName> SECRET =
      Set.of(
          ConfigurationPropertyName.of("payment.callback-secret"),
          ConfigurationPropertyName.of("payment.redis.uri"),
          ConfigurationPropertyName.of("spring.datasource.url"),
          ConfigurationPropertyName.of("spring.datasource.password"));

  /** Where a secret may stand by mistake, such as a key that should have been hashed. */
  private static final List<ConfigurationPropertyName> SECRET_BELOW =
      List.of(
          ConfigurationPropertyName.of("payment.security.clients"),
          ConfigurationPropertyName.of("payment.callback.keys"));

  private FoundSetting() {}

  static String describe(
      ConfigurationPropertyName key, String rule, List<ConfigurationPropertySource> sources) {
    ConfigurationProperty found = BrokenSettings.find(key, sources);
    return key + " " + rule + "; it is " + (found == null ? "not set" : value(key, found));
  }

  private static String value(ConfigurationPropertyName key, ConfigurationProperty found) {
    String value = isSecret(key) ? "not shown" : quoted(String.valueOf(found.getValue()));
    return found.getOrigin() == null ? value : value + ", from " + found.getOrigin();
  }

  private static boolean isSecret(ConfigurationPropertyName key) {
    return SECRET.contains(key)
        || SECRET_BELOW.stream().anyMatch(all -> all.equals(key) || all.isAncestorOf(key));
  }

  private static String quoted(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= MOST_CHARACTERS
        ? "'" + line + "'"
        : "'" + line.substring(0, MOST_CHARACTERS) + "...'";
  }
}
