package com.yuge.payment.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of settings in this module's README and what an IDE says of them are the same. */
class ConfigurationTableTest {
  private static final String OURS = "payment.";
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private final Map<String, JsonNode> metadata = metadata();
  private final Map<String, String> table = table();

  @Test
  void eachSettingIsInBoth() {
    assertThat(table.keySet()).containsExactlyInAnyOrderElementsOf(metadata.keySet());
  }

  @Test
  void defaultsAreTheSame() {
    Map<String, String> defaults = new TreeMap<>();
    metadata.forEach(
        (key, setting) -> {
          if (setting.has("defaultValue")) {
            defaults.put(key, text(setting.path("defaultValue")));
          }
        });

    assertThat(table).containsAllEntriesOf(defaults);
  }

  @Test
  void eachIsDescribed() {
    assertThat(metadata)
        .allSatisfy(
            (key, setting) -> assertThat(setting.path("description").asString()).isNotBlank());
  }

  /** A list is in brackets there. */
  private static String text(JsonNode value) {
    return value.asString().replaceAll("[\\[\\]]", "");
  }

  private static Map<String, JsonNode> metadata() {
    try {
      Map<String, JsonNode> found = new TreeMap<>();
      for (URL file : Collections.list(ClassLoader.getSystemResources(METADATA))) {
        try (InputStream json = file.openStream()) {
          JsonMapper.shared()
              .readTree(json)
              .path("properties")
              .valueStream()
              .filter(setting -> setting.path("name").asString().startsWith(OURS))
              .forEach(setting -> found.put(setting.path("name").asString(), setting));
        }
      }
      return found;
    } catch (IOException e) {
      throw new IllegalStateException("no metadata", e);
    }
  }

  /** The default of each key. */
  private static Map<String, String> table() {
    try (var lines = Files.lines(Path.of("README.md"))) {
      Map<String, String> found = new TreeMap<>();
      lines
          .dropWhile(line -> !line.equals("## Configuration"))
          .takeWhile(line -> !line.equals("## Packaging"))
          .filter(line -> line.startsWith("| `" + OURS))
          .map(line -> line.split("\\|", -1))
          .forEach(cells -> read(keys(cells[1]), cells[2].strip(), found));
      return found;
    } catch (IOException e) {
      throw new IllegalStateException("no README", e);
    }
  }

  // Of an element of a list, an IDE knows the list.
  private static List<String> keys(String cell) {
    List<String> keys = new ArrayList<>();
    String first = "";
    for (MatchResult quoted : QUOTED.matcher(cell).results().toList()) {
      String key = quoted.group(1);
      first = key.startsWith(".") ? first : key;
      String whole = key.startsWith(".") ? first.substring(0, first.lastIndexOf('.')) + key : key;
      keys.add(whole.replaceFirst("\\[n].*", ""));
    }
    return keys;
  }

  /** Of several keys, either each has its own or all have one; what holds elsewhere follows. */
  private static void read(List<String> keys, String cell, Map<String, String> found) {
    String usual = cell.split(";", 2)[0];
    String[] each = usual.split(", ", -1);
    for (int i = 0; i < keys.size(); i++) {
      boolean own = keys.size() > 1 && each.length == keys.size();
      found.put(keys.get(i), own ? each[i] : usual);
    }
  }
}
