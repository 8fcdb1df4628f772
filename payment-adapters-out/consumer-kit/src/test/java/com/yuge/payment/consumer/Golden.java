package com.yuge.payment.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** An example payload of the contract. Its file is named after its tag and what is special. */
record Golden(String name, String json) {
  static Stream<Golden> all() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:contracts/events/golden/*.json");
      return Stream.of(files).map(Golden::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Golden of(PaymentEventTag tag) {
    return all().filter(golden -> golden.name().equals(tag.name())).findFirst().orElseThrow();
  }

  private static Golden of(Resource file) {
    try {
      String name = Objects.requireNonNull(file.getFilename()).replaceFirst("\\.json$", "");
      return new Golden(name, file.getContentAsString(UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PaymentEventTag tag() {
    return PaymentEventTag.valueOf(name.replaceFirst("\\..*", ""));
  }

  byte[] body() {
    return json.getBytes(UTF_8);
  }

  PaymentEvent read() {
    return Readers.any().read(tag(), body());
  }

  Golden with(String oldText, String newText) {
    if (!json.contains(oldText)) {
      throw new IllegalArgumentException(name + " has no " + oldText);
    }
    return new Golden(name, json.replace(oldText, newText));
  }

  /** The same event under another id. */
  Golden withEventId(String eventId) {
    return new Golden(
        name, json.replaceFirst("\"eventId\":\"[^\"]*\"", "\"eventId\":\"" + eventId + '"'));
  }

  /** The names of its fields; no payload has objects in it. */
  List<String> fields() {
    return Stream.of(json.split("[{,]", -1))
        .filter(part -> part.startsWith("\""))
        .map(part -> part.substring(1, part.indexOf('"', 1)))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
