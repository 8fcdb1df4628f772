package com.yuge.payment.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a service costs that has nothing to do, with all its jobs on: how much of a core, by whom,
 * and what it asks the database.
 */
class IdleBench {
  private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
  private static final BenchScale SCALE = BenchScale.fromSystemProperties();
  private static final Duration TIME = SCALE.time(Duration.ofSeconds(60));

  /** The compiler goes on for minutes, since what runs now and then becomes hot slowly. */
  private static final Duration SETTLE =
      SCALE.time(Duration.ofMinutes(Integer.getInteger("bench.idle.settle", 10)));

  /** What the recorder's own start compiles is over by then. */
  private static final Duration RECORDER = SCALE.time(Duration.ofMinutes(2));

  /** Every thread there is has been used, and what it runs is compiled. */
  private static final int EVENTS = 20_000;

  private final List<String> lines = new ArrayList<>();

  @Test
  void nothingToDo() throws IOException {
    try (BenchStack stack = BenchStack.start(FOLDER.resolve("stack"))) {
      String url = stack.createDatabase("bench_idle");
      DataSource pool = stack.pool(url);
      StatementLog statements = new StatementLog(JdbcClient.create(pool));
      try (Instance service =
          Instance.start(FOLDER.resolve("idle.log"), stack.idleArguments(url))) {
        Waiting.until("the start", service::isReady);
        use(new EventLog(pool));
        Waiting.pass(SETTLE);
        tellTotal(service, statements);
        tellParts(service.handle().pid(), statements);
      }
    }
    Files.write(Files.createDirectories(FOLDER).resolve("idle.md"), lines, UTF_8);
    lines.forEach(System.out::println);
  }

  private static void use(EventLog events) {
    events.write(EVENTS);
    events.release(EVENTS);
    Waiting.until("the last event", () -> events.pending() == 0);
  }

  private void tellTotal(Instance service, StatementLog statements) {
    Duration cpu = Cpu.of(service.handle());
    Duration compiler = Cpu.ofCompiler(service.handle());
    long questions = statements.questions();
    Waiting.pass(TIME);
    // The second look is a question too.
    long asked = statements.questions() - questions - 1;
    Duration busy = Cpu.of(service.handle()).minus(cpu);
    Duration compiled = Cpu.ofCompiler(service.handle()).minus(compiler);
    line("Idle for %d s; %d processors.%n", TIME.toSeconds(), processors());
    line("| | |%n|---|---|");
    line("| of a core | %.2f %% |", percent(busy));
    line("| its compiler's part, which ends with the warm-up | %.2f %% |", percent(compiled));
    line("| queries/s | %.2f |", asked / seconds());
    // On a busy machine each wake costs more: what is in its caches is another's.
    line("| system load | %.1f |%n", systemLoad());
  }

  /** Apart from the total: the recorder costs more than what it records. */
  private void tellParts(long pid, StatementLog statements) {
    FlightRecording.start(pid);
    Waiting.pass(RECORDER);
    statements.start();
    Instant from = Instant.now();
    Waiting.pass(TIME);
    List<StatementLog.Kind> kinds = statements.end();
    FlightRecording recording = FlightRecording.end(pid, FOLDER.resolve("idle.jfr"), from);
    line("By thread, beside a flight recorder (n is any number):%n");
    line("| threads | %% of a core | wakes/s |%n|---|---|---|");
    recording
        .threads()
        .forEach(
            one ->
                line(
                    "| %s | %.3f | %.1f |",
                    one.name(), one.percentOfACore(), one.wakesPerSecond()));
    line("%n| queries/s | |%n|---|---|");
    kinds.forEach(one -> line("| %.3f | `%s` |", one.count() / seconds(), one.statement()));
  }

  private void line(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }

  private static double percent(Duration busy) {
    return 100.0 * busy.toNanos() / TIME.toNanos();
  }

  private static double seconds() {
    return TIME.toNanos() / 1e9;
  }

  private static double systemLoad() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
