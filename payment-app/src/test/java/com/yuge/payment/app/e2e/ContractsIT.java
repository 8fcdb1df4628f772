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
  private static final String OPENAPI = "payment/openapi.yaml";

  @Test
  void theEventsAreInTheJarAndBesideIt() throws IOException {
    Map<String, String> beside = beside();

    assertThat(beside).containsKey(EVENTS + "asyncapi.yaml").hasSizeGreaterThan(30);
    assertThat(shipped("event-contracts-", EVENTS)).isEqualTo(beside);
  }

  @Test
  void theHttpApiIsInTheJarAndBesideIt() throws IOException {
    String beside = Files.readString(TARGET.resolve("contracts/openapi.yaml"));

    assertThat(beside).startsWith("openapi: 3.1.");
    assertThat(shipped("payment-adapters-in-", OPENAPI)).isEqualTo(Map.of(OPENAPI, beside));
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

  /** The files of a library of the jar whose names begin so. */
  private static Map<String, String> shipped(String library, String names) throws IOException {
    try (JarFile jar = new JarFile(TARGET.resolve("payment-app.jar").toFile())) {
      ZipEntry found =
          jar.stream()
              .filter(entry -> entry.getName().startsWith("BOOT-INF/lib/" + library))
              .findFirst()
              .orElseThrow();
      return files(jar.getInputStream(found), names);
    }
  }

  private static Map<String, String> files(InputStream library, String names) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (ZipInputStream files = new ZipInputStream(library)) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        if (file.getName().startsWith(names) && !file.isDirectory()) {
          found.put(file.getName(), new String(files.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return found;
  }
}
