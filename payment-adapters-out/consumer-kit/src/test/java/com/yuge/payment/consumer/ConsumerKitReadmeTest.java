package com.yuge.payment.consumer;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the README shows is what is there. */
@Tag("module")
class ConsumerKitReadmeTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(payment-events\\.[^`]+)` \\| ([^|]*) \\|");

  private final String readme = read("README.md");

  @Test
  void theTenLinesAreThoseOfTheTestedApplication() {
    String lines = block("java");

    assertThat(lines.lines().count()).isEqualTo(10);
    assertThat(read("src/test/java/com/yuge/payment/consumer/ShopApplication.java"))
        .contains(lines.indent(2));
  }

  @Test
  void theTableIsTheShippedOne() {
    assertThat(block("sql")).isEqualTo(read("src/main/resources/" + ShopDatabase.CONSUME_LOG));
  }

  @Test
  void theSettingsAreThoseThatAnIdeKnows() {
    Map<String, String> rows =
        ROW.matcher(readme)
            .results()
            .collect(
                toMap(
                    row -> row.group(1), ConsumerKitReadmeTest::value, (a, b) -> a, TreeMap::new));

    assertThat(rows).isEqualTo(metadata());
  }

  private static String value(MatchResult row) {
    return row.group(2).strip();
  }

  private static Map<String, String> metadata() {
    Map<String, String> settings = new TreeMap<>();
    JsonNode json =
        JsonMapper.shared()
            .readTree(read("target/classes/META-INF/spring-configuration-metadata.json"));
    for (JsonNode setting : json.path("properties")) {
      assertThat(setting.path("description").asString()).isNotBlank();
      settings.put(setting.path("name").asString(), setting.path("defaultValue").asString(""));
    }
    return settings;
  }

  /** The first block of a language. */
  private String block(String language) {
    String start = "```" + language + "\n";
    int from = readme.indexOf(start) + start.length();
    return readme.substring(from, readme.indexOf("```", from));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }
}
