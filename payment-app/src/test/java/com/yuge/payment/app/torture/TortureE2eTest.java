package com.yuge.payment.app.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whatever goes wrong, and however much at once: no event is lost and no refund made twice. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "It needs the loopback address 127.0.0.2.")
@DisabledIfSystemProperty(
    named = "mysql.image",
    matches = ".+",
    disabledReason = TortureE2eTest.IN_CONTAINER)
@DisabledIfSystemProperty(
    named = "mariadb.image",
    matches = ".+",
    disabledReason = TortureE2eTest.IN_CONTAINER)
@Tag("slow")
class TortureE2eTest {
  static final String IN_CONTAINER = "It kills and stops the database's process.";
  private static final boolean LONG = Boolean.getBoolean("proof.long");
  private static final long FIRST = Long.getLong("torture.seed", 1);
  private static final int SEEDS = Integer.getInteger("torture.seeds", 1);
  private static final int FAULTS = Integer.getInteger("torture.faults", LONG ? 100 : 3);

  private final Results results =
      new Results(Path.of(System.getProperty("torture.results", "target/torture")));

  @Test
  void nothingIsLostAndNothingIsDoneTwice() {
    tellWhatIsMissing();
    List<Long> seeds = LongStream.range(FIRST, FIRST + SEEDS).boxed().toList();
    seeds.stream().filter(seed -> !LONG || !results.has(seed)).forEach(this::run);
    List<SeedResult> all = results.all();
    System.out.println(TortureTable.of(all));
    assertThat(all)
        .as("see the logs in %s", results.folder().toAbsolutePath())
        .filteredOn(result -> seeds.contains(result.seed()))
        .allSatisfy(
            result ->
                assertThat(List.of(result.lost(), result.doubled(), result.wrong()))
                    .as("lost, doubled, wrong of seed %d", result.seed())
                    .containsOnly(0));
  }

  private void run(long seed) {
    try (TortureStack stack = new TortureStack(LONG)) {
      results.add(new TortureRun(seed, stack).run(FAULTS, results));
    }
  }

  private static void tellWhatIsMissing() {
    if (!SteppedClock.isThere()) {
      System.out.println("No clock is stepped: that needs Debian's package libfaketime.");
    }
  }
}
