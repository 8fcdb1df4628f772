package com.yuge.payment.app.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A folder with a file for each seed that is done, so that a run can go on where one ended. */
record Results(Path folder) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  boolean has(long seed) {
    return Files.exists(file(seed));
  }

  void add(SeedResult result) {
    try {
      Files.createDirectories(folder);
      Files.writeString(file(result.seed()), JSON.writeValueAsString(result));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  /** What was wrong, and what happened when. */
  Path tell(long seed, List<String> lines) {
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve("seed-%d.log".formatted(seed)), lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  List<SeedResult> all() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> JSON.readValue(file.toFile(), SeedResult.class))
          .sorted(Comparator.comparingLong(SeedResult::seed))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  private Path file(long seed) {
    return folder.resolve("seed-%d.json".formatted(seed));
  }
}
