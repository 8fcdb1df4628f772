package com.yuge.payment.app.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The last part of the document, its examples. The part before it is written by hand. */
final class ExamplesFile {
  static final String WRITE = "contract.write-examples";

  private static final Path FILE =
      Path.of("../payment-adapters-in/src/main/resources/payment/openapi.yaml");
  private static final String BEGIN = "\n  examples:\n";
  private static final String INDENT = "    ";

  /** Keeps the digits of amounts as they came. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** Quotes all texts, since some readers would take a time for more than a text. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .build();

  private ExamplesFile() {}

  static String read() {
    String all = all();
    return all.substring(all.indexOf(BEGIN) + BEGIN.length());
  }

  static void write(String examples) {
    String all = all();
    String byHand = all.substring(0, all.indexOf(BEGIN) + BEGIN.length());
    try {
      Files.writeString(FILE, byHand + examples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String all() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it stands in the file. */
  static String yaml(Map<String, String> examples) {
    Map<String, Map<String, JsonNode>> all = new LinkedHashMap<>();
    examples.forEach((name, json) -> all.put(name, Map.of("value", JSON.readTree(json))));
    return YAML.writeValueAsString(all).replaceAll("(?m)^(?=.)", INDENT);
  }
}
