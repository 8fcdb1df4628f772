package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials names what the jar has and nothing else, and of that no broker. */
class SbomIT {
  private static final Path TARGET = Path.of("target");
  private static final String LIBRARIES = "BOOT-INF/lib/";
  private static final Pattern EXCLUDED =
      Pattern.compile(
          "(annotations-api|awaitility|bcprov-.+|commons-(beanutils|collections|digester)|dom4j|fastjson"
              + "|grpc-.+|httpclient.*|httpcore.*|httpmime|lz4-java"
              + "|kotlin-.+|okhttp.*|okio.*|opentelemetry-exporter-(logging.*|prometheus|sender-okhttp)"
              + "|reflections|rocketmq-rocksdb|zstd-jni)"
              + "-\\d.*");

  private static Set<String> named() {
    JsonNode bill = JsonMapper.shared().readTree(TARGET.resolve("payment-app.cdx.json").toFile());
    return bill.path("components")
        .valueStream()
        .map(SbomIT::file)
        .filter(file -> !file.startsWith("spring-boot-starter-")) // empty, so left out of the jar
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

  /** Without what Spring Boot's plugin adds, which is no dependency. */
  private static Set<String> shipped() throws IOException {
    try (JarFile jar = new JarFile(TARGET.resolve("payment-app.jar").toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
          .map(name -> name.substring(LIBRARIES.length()))
          .filter(name -> !name.startsWith("spring-boot-jarmode-tools-"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  @DisabledIfSystemProperty(
      named = "maven.mode",
      matches = "offline=true",
      disabledReason = "Maven makes no bill offline")
  void whatIsShippedIsWhatIsNamed() throws IOException {
    assertThat(shipped()).hasSizeGreaterThan(50).isEqualTo(named());
  }

  @Test
  void noLibraryIsShippedTwice() throws IOException {
    assertThat(shipped().stream().map(jar -> jar.replaceFirst("-[0-9].*?(-[a-z].*)?$", "$1")))
        .doesNotHaveDuplicates();
  }

  /** The clients of RocketMQ and the SDKs of channels bring these; nothing calls them here. */
  @Test
  void whatNothingCallsIsNotShipped() throws IOException {
    assertThat(shipped()).noneMatch(EXCLUDED.asMatchPredicate());
  }
}
