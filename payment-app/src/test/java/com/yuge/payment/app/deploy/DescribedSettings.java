package com.yuge.payment.app.deploy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings that Spring Boot and the service describe for an IDE. */
final class DescribedSettings {
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  private final Map<String, JsonNode> settings = new TreeMap<>();

  DescribedSettings() {
    try {
      for (URL file : Collections.list(ClassLoader.getSystemResources(METADATA))) {
        try (InputStream json = file.openStream()) {
          JsonMapper.shared()
              .readTree(json)
              .path("properties")
              .forEach(setting -> settings.put(variable(setting.path("name").asString()), setting));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the descriptions of the settings", e);
    }
  }

  /** Returns the name that a setting has in the environment. */
  static String variable(String setting) {
    return setting.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
  }

  /** Returns whether a variable is a setting, or belongs to an element of a list or map. */
  boolean has(String variable) {
    return settings.containsKey(variable)
        || settings.entrySet().stream()
            .filter(setting -> holdsElements(setting.getValue()))
            .anyMatch(setting -> variable.startsWith(setting.getKey() + "_"));
  }

  private static boolean holdsElements(JsonNode setting) {
    String type = setting.path("type").asString();
    return type.startsWith("java.util.List<") || type.startsWith("java.util.Map<");
  }

  /** Returns the default of a setting. */
  Duration usual(String setting) {
    JsonNode described = requireNonNull(settings.get(variable(setting)), setting);
    return DurationStyle.detectAndParse(described.path("defaultValue").asString());
  }
}
