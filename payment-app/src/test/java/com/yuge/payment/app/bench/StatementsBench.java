package com.yuge.payment.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.e2e.ManyPayments;
import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/**
 * A statement of a million lines is matched against a million payments in a small heap, while
 * payers pay; they pay as many before it.
 */
class StatementsBench {
  private static final BenchScale SCALE = BenchScale.fromSystemProperties();
  private static final int LINES = SCALE.events(1_000_000);
  private static final List<String> HEAP = List.of("-Xmx256m");
  private static final int CALLS_PER_SECOND = 30;

  /** Ten seconds of payers. */
  private static final int ORDERS = 100;

  private static final int ROUNDS_ALONE = Math.max(2, (int) (6 * SCALE.factor()));
  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final String DONE = "DONE";
  private static final List<String> PHASES =
      List.of("FETCHED", "PARSED", "PAYMENTS", "REFUNDS", DONE);

  private final ServiceDatabase database = TestStack.ONE.createDatabase("bench_statements");
  private final ConstantRate rate = new ConstantRate(CALLS_PER_SECOND);
  private final StoredStatement statement =
      new StoredStatement(database.jdbc(), ManyPayments.latestComparable());

  /** When each phase was first seen. */
  private final Map<String, Long> begun = new LinkedHashMap<>();

  @Test
  void aMillionLinesBesidePayers() throws Exception {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.add("--payment.statements.scan-interval=1s");
    arguments.add("--payment.audit.enabled=false");
    try (ServiceProcess service = ServiceProcess.start("statements-bench", HEAP, arguments)) {
      PaymentApi api = service.api();
      new ManyPayments(database.jdbc(), ManyPayments.latestComparable()).add(LINES, 0);
      statement.store(LINES);
      PaidOrders payers = new PaidOrders(api);
      Histogram unused = pay(payers, 2);
      Histogram alone = pay(payers, ROUNDS_ALONE);
      Histogram beside = payBeside(payers);
      alone.add(pay(payers, ROUNDS_ALONE));
      assertThat(statement.discrepancies()).isZero();
      write(alone, beside);
    }
  }

  private Histogram pay(PaidOrders payers, int rounds) throws InterruptedException {
    Histogram all = new Histogram(3);
    for (int round = 0; round < rounds; round++) {
      all.add(rate.run(payers.calls(ORDERS)));
    }
    return all;
  }

  /** As long as the statement is worked on. */
  private Histogram payBeside(PaidOrders payers) throws InterruptedException {
    Histogram all = new Histogram(3);
    Thread watch = new Thread(this::watch, "watch");
    statement.begin();
    watch.start();
    while (watch.isAlive()) {
      all.add(rate.run(payers.calls(ORDERS)));
    }
    watch.join();
    return all;
  }

  private void watch() {
    ServiceProcess.quickly()
        .pollInterval(Duration.ofMillis(100))
        .atMost(PATIENCE)
        .until(this::nextPhase, phase -> phase.equals(Optional.of(DONE)));
  }

  private Optional<String> nextPhase() {
    Optional<String> phase = statement.phase();
    phase.ifPresent(now -> begun.putIfAbsent(now, System.nanoTime()));
    return phase;
  }

  private void write(Histogram alone, Histogram beside) throws IOException {
    assertThat(begun).as("phases").containsKey(DONE);
    List<String> page = new ArrayList<>();
    page.add(
        format(
            "%d lines and as many payments, -Xmx256m, %d processors",
            LINES, Runtime.getRuntime().availableProcessors()));
    page.add("");
    page.add("| phase | seconds | lines a second |");
    page.add("|---|---:|---:|");
    phase(page, "read and stored", "FETCHED", "PARSED");
    phase(page, "lines compared", "PARSED", "PAYMENTS");
    phase(page, "payments compared", "PAYMENTS", DONE);
    phase(page, "all", "FETCHED", DONE);
    page.add("");
    page.add(format("| %d calls a second | calls | p50 ms | p99 ms |", CALLS_PER_SECOND));
    page.add("|---|---:|---:|---:|");
    page.add(payers("alone", alone));
    page.add(payers("beside the statement", beside));
    page.add(
        format(
            "| ratio | | %.2f | %.2f |",
            (double) beside.getValueAtPercentile(50) / alone.getValueAtPercentile(50),
            (double) beside.getValueAtPercentile(99) / alone.getValueAtPercentile(99)));
    Path folder = Files.createDirectories(Path.of("target", "bench"));
    Files.write(folder.resolve("statements.md"), page);
    page.forEach(System.out::println);
  }

  private void phase(List<String> page, String name, String from, String to) {
    double seconds = (at(to) - at(from)) / 1e9;
    page.add(format("| %s | %.1f | %.0f |", name, seconds, LINES / seconds));
  }

  /** A phase that was over between two looks began when the next one did. */
  private long at(String phase) {
    List<String> later = PHASES.subList(PHASES.indexOf(phase), PHASES.size());
    return later.stream().filter(begun::containsKey).findFirst().map(begun::get).orElseThrow();
  }

  private static String payers(String name, Histogram micros) {
    return format(
        "| %s | %d | %.1f | %.1f |",
        name,
        micros.getTotalCount(),
        micros.getValueAtPercentile(50) / 1000.0,
        micros.getValueAtPercentile(99) / 1000.0);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
