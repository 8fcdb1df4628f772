package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials names all that is shipped, and what must not be shipped is not. */
class SbomIT {
  private static final Path TARGET = Path.of("target");

  private static Set<String> named() {
    JsonNode bill = JsonMapper.shared().readTree(TARGET.resolve("payment-app.cdx.json").toFile());
    return bill.path("components")
        .valueStream()
        .map(SbomIT::file)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // A classifier is in the package URL only.
  private static String file(JsonNode component) {
    String url = component.path("purl").asString();
    String classifier =
        url.contains("classifier=") ? "-" + url.replaceAll(".*classifier=([^&]*).*", "$1") : "";
    return "%s-%s%s.jar"
        .formatted(
            component.path("name").asString(), component.path("version").asString(), classifier);
  }

  private static Set<String> shipped() throws IOException {
    try (Stream<Path> jars = Files.list(TARGET.resolve("lib"))) {
      return jars.map(jar -> jar.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  @DisabledIfSystemProperty(
      named = "maven.mode",
      matches = "offline=true",
      disabledReason = "Maven makes no bill offline")
  void allThatIsShippedIsNamed() throws IOException {
    Set<String> unnamed = shipped();
    unnamed.removeAll(named());

    // Added by Spring Boot's plugin, which no dependency names.
    assertThat(unnamed).allMatch(jar -> jar.startsWith("spring-boot-jarmode-tools-"));
  }

  @Test
  void noLibraryIsShippedTwice() throws IOException {
    assertThat(shipped().stream().map(jar -> jar.replaceFirst("-[0-9].*?(-[a-z].*)?$", "$1")))
        .doesNotHaveDuplicates();
  }

  /** RocketMQ's client names it and never calls it; it has holes. */
  @Test
  void theFirstFastjsonIsNotShipped() throws IOException {
    assertThat(shipped()).noneMatch(jar -> jar.startsWith("fastjson-1"));
  }
}
