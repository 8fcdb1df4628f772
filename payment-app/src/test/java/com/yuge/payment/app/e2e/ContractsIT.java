package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The contracts are shipped in the jar, and lie beside it for those who have no jar. */
class ContractsIT {
  private static final Path TARGET = Path.of("target");
  private static final String EVENTS = "contracts/events/";

  @Test
  void theEventsAreInTheJarAndBesideIt() throws IOException {
    Map<String, String> beside = beside();

    assertThat(beside).containsKey(EVENTS + "asyncapi.yaml").hasSizeGreaterThan(30);
    assertThat(shipped()).isEqualTo(beside);
  }

  @Test
  void theHttpApiIsBesideTheJar() {
    assertThat(TARGET.resolve("contracts/openapi.yaml")).content().startsWith("openapi: 3.1.");
  }

  private static Map<String, String> beside() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(TARGET.resolve(EVENTS))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = TARGET.relativize(file).toString().replace('\\', '/');
        found.put(name, Files.readString(file));
      }
    }
    return found;
  }

  private static Map<String, String> shipped() throws IOException {
    try (JarFile jar = new JarFile(TARGET.resolve("payment-app.jar").toFile())) {
      ZipEntry library =
          jar.stream()
              .filter(entry -> entry.getName().startsWith("BOOT-INF/lib/event-contracts-"))
              .findFirst()
              .orElseThrow();
      return events(jar.getInputStream(library));
    }
  }

  private static Map<String, String> events(InputStream library) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (ZipInputStream files = new ZipInputStream(library)) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        if (file.getName().startsWith(EVENTS) && !file.isDirectory()) {
          found.put(file.getName(), new String(files.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return found;
  }
}
