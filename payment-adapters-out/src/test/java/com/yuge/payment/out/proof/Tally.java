package com.yuge.payment.out.proof;

import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.out.proof.Planted.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What was planted, found, missed and invented, by type. */
final class Tally {
  private final Map<DiscrepancyType, Count> counts = new EnumMap<>(DiscrepancyType.class);
  private int seeds;

  Tally() {
    for (DiscrepancyType type : DiscrepancyType.values()) {
      counts.put(type, new Count(0, 0, 0));
    }
  }

  private record Count(int planted, int found, int invented) {
    Count plus(Count more) {
      return new Count(planted + more.planted, found + more.found, invented + more.invented);
    }
  }

  void add(Set<Found> planted, Set<Found> found) {
    seeds++;
    planted.forEach(one -> add(one, new Count(1, found.contains(one) ? 1 : 0, 0)));
    found.stream()
        .filter(one -> !planted.contains(one))
        .forEach(one -> add(one, new Count(0, 0, 1)));
  }

  private void add(Found one, Count more) {
    counts.merge(one.type(), more, Count::plus);
  }

  /** Whether every type was planted at least once. */
  boolean hasAllTypes() {
    return counts.values().stream().allMatch(count -> count.planted() > 0);
  }

  String table() {
    StringBuilder table =
        new StringBuilder(
                "| %d seeds | planted | found | recall | false alarms |\n".formatted(seeds))
            .append("|---|---:|---:|---:|---:|\n");
    counts.forEach((type, count) -> table.append(row(type, count)));
    return table.toString();
  }

  private static String row(DiscrepancyType type, Count count) {
    double recall = 100.0 * count.found() / Math.max(1, count.planted());
    return "| %s | %d | %d | %.1f %% | %d |\n"
        .formatted(type, count.planted(), count.found(), recall, count.invented());
  }

  void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, table());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
