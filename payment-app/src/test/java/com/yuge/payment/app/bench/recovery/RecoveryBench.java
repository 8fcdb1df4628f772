package com.yuge.payment.app.bench.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.bench.recovery.Deliveries.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * How long until all partitions flow again after a fault, {@code -Dbench.kills=20} times each. With
 * {@code -Dbench.parts=broker-killed,broker-thawed} only some; with {@code
 * -Dbench.settings="--payment.outbox.lease=10s"} other settings, for which {@code -Dbench.lease=10}
 * names the lease in seconds.
 */
class RecoveryBench {
  private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
  private static final int KILLS = Integer.getInteger("bench.kills", 20);
  private static final Duration LEASE = Duration.ofSeconds(Integer.getInteger("bench.lease", 3));

  private static final Map<String, ToLongFunction<Faults>> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("instance-killed", Faults::instanceKilled);
    PARTS.put("database-killed", Faults::databaseKilled);
    PARTS.put("broker-killed", Faults::brokerKilled);
    PARTS.put("broker-thawed", Faults::brokerThawed);
    PARTS.put("instance-stalled-shortly", Faults::shortStall);
    PARTS.put("instance-stalled-long", Faults::longStall);
  }

  private final List<String> lines = new ArrayList<>();

  @Test
  void untilEventsFlowAgain() throws Exception {
    String asked = System.getProperty("bench.parts", String.join(",", PARTS.keySet()));
    String settings = System.getProperty("bench.settings", "");
    line("| fault | p50 ms | max ms | times |%n|---|---|---|---|");
    try (Scene scene =
        new Scene(
            FOLDER.resolve("stack"),
            settings.isEmpty() ? List.of() : List.of(settings.split(" ", -1)))) {
      Faults faults = new Faults(scene, new Random(), LEASE);
      for (String part : asked.split(",", -1)) {
        measure(part, requireNonNull(PARTS.get(part), part), scene, faults);
      }
      Tally tally = scene.end();
      line("%n%s; %d processors", tally, Runtime.getRuntime().availableProcessors());
      assertThat(tally).isEqualTo(new Tally(tally.committed(), 0, 0, tally.duplicates()));
    } finally {
      write();
    }
  }

  private void measure(String part, ToLongFunction<Faults> fault, Scene scene, Faults faults) {
    List<Long> times = new ArrayList<>();
    List<String> slowest = List.of();
    for (int i = 0; i < KILLS; i++) {
      long millis = fault.applyAsLong(faults);
      System.out.printf("%s: %d ms%n", part, millis);
      times.add(millis);
      if (times.stream().allMatch(other -> other <= millis)) {
        slowest = trace(scene, faults.mark(), faults.mark() + millis);
      }
      scene.fill();
    }
    List<Long> sorted = times.stream().sorted().toList();
    line("| %s | %d | %d | %d |", part, sorted.get(KILLS / 2), sorted.get(KILLS - 1), KILLS);
    slowest.forEach(System.out::println);
  }

  private static List<String> trace(Scene scene, long from, long to) {
    List<String> trace = new ArrayList<>();
    scene
        .instances()
        .forEach(one -> one.trace(from, to).forEach(line -> trace.add(one.pid() + " " + line)));
    return trace;
  }

  private void line(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
    System.out.println(lines.get(lines.size() - 1));
  }

  private void write() throws IOException {
    Files.write(Files.createDirectories(FOLDER).resolve("recovery.md"), lines, UTF_8);
  }
}
