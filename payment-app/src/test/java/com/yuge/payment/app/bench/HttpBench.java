package com.yuge.payment.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.app.e2e.ServiceProcess;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * The service from outside: payments over HTTP beside what the database alone can write, with the
 * processor time that each takes, on this machine and with a network before the database.
 */
class HttpBench {
  private static final int ROUNDS = Integer.getInteger("bench.http.rounds", 5);
  private static final Duration TIME = seconds("bench.http.seconds", 10);
  private static final int PER_SECOND = 100;
  private static final int ONE_BY_ONE = 300;

  /**
   * Of the service's JVM, such as -XX:TieredStopAtLevel=1 to compare two states on a busy machine.
   */
  private static final List<String> OPTIONS =
      Stream.of(System.getProperty("bench.http.jvm", "").split(" "))
          .filter(option -> !option.isEmpty())
          .toList();

  private static final Duration EACH_WAY = Duration.ofNanos(500_000);
  private static final Pattern DATABASE_PORT = Pattern.compile("(//[^:/]+:)(\\d+)");
  private static final Path FOLDER = Path.of("target", "bench");

  private final List<String> lines = new ArrayList<>();
  private final Map<String, List<Double>> ratios = new LinkedHashMap<>();

  private static Duration seconds(String property, int usual) {
    return Duration.ofSeconds(Integer.getInteger(property, usual));
  }

  @Test
  void payments() throws Exception {
    lines.add("| part | a second | CPU ms each: service | database | broker |");
    lines.add("|---|---|---|---|---|");
    try (BenchStack stack = BenchStack.start(FOLDER.resolve("http-stack"))) {
      run(stack);
    }
    write();
  }

  private void run(BenchStack stack) throws Exception {
    String url = stack.createDatabase("bench_http");
    // A database that no relay reads.
    String alone = stack.createDatabase("bench_http_alone");
    try (HikariDataSource pool = stack.pool(alone).unwrap(HikariDataSource.class)) {
      pool.setMaximumPoolSize(2 * HttpLoad.CONNECTIONS);
      var unusedResult = Flyway.configure().dataSource(pool).load().migrate();
      try (ServiceProcess service = start("http-bench", stack.arguments(url))) {
        HttpLoad load = new HttpLoad(service.api().port());
        load.warm();
        for (int round = 0; round < ROUNDS; round++) {
          round(pool, service, load);
        }
        String payNo = load.one();
        double unused = measured(service, "read", http -> HttpLoad.read(http, payNo), load);
        say("medians of %d rounds, with the least and the most:".formatted(ROUNDS));
        ratios.forEach((name, values) -> say(name + ": " + spread(values)));
        oneByOne(load.port(), "the database on this machine");
        profile(service, load);
      }
    }
    behindANetwork(stack, url);
  }

  /** The service and the database alone by turns, because the machine changes with time. */
  private void round(DataSource database, ServiceProcess service, HttpLoad load) {
    double create = alone("database alone: create", database, SameRows::create);
    double created = measured(service, "create", HttpLoad::create, load);
    double payment =
        alone(
            "database alone: create and callback", database, rows -> rows.callback(rows.create()));
    double paid = measured(service, "create and callback", HttpLoad::payment, load);
    add("create, of the database alone", created / create);
    add("create and callback, of the database alone", paid / payment);
    openLoop(load.port());
  }

  private void add(String name, double value) {
    ratios.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  private static String spread(List<Double> values) {
    return format(
        "%.2f (%.2f to %.2f)", Median.of(values), Collections.min(values), Collections.max(values));
  }

  private static ServiceProcess start(String name, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--payment.rate-limit.client-per-second=0");
    all.add("--payment.rate-limit.address-per-second=0");
    return ServiceProcess.start(name, OPTIONS, all);
  }

  private interface Rows {
    void write(SameRows rows) throws SQLException;
  }

  private double alone(String name, DataSource database, Rows work) {
    Cpu before = Cpu.now();
    LongAdder done = new LongAdder();
    long end = System.nanoTime() + TIME.toNanos();
    Threads.run(
        HttpLoad.CONNECTIONS,
        thread -> {
          try (SameRows rows = new SameRows(database)) {
            while (System.nanoTime() < end) {
              work.write(rows);
              done.increment();
            }
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
    Cpu spent = Cpu.now().since(before);
    return row(name, done.sum(), new Cpu(Duration.ZERO, spent.database(), spent.broker()));
  }

  private double measured(
      ServiceProcess service, String name, Consumer<RawHttp> work, HttpLoad load) {
    Cpu before = cpu(service);
    long done = load.during(TIME, work);
    return row(name, done, cpu(service).since(before));
  }

  private static Cpu cpu(ServiceProcess service) {
    Cpu now = Cpu.now();
    return new Cpu(Cpu.of(service.process()), now.database(), now.broker());
  }

  private double row(String name, long done, Cpu spent) {
    double rate = done * 1.0 / TIME.toSeconds();
    lines.add(
        format(
            "| %s | %.0f | %.2f | %.2f | %.2f |",
            name,
            rate,
            spent.service().toMillis() * 1.0 / done,
            spent.database().toMillis() * 1.0 / done,
            spent.broker().toMillis() * 1.0 / done));
    System.out.println("bench: " + lines.get(lines.size() - 1));
    return rate;
  }

  /** One caller: what a payment waits for when nobody else does anything. */
  private void oneByOne(int port, String where) throws IOException {
    Histogram micros = new ConcurrentHistogram(Duration.ofMinutes(1).toNanos() / 1000, 3);
    try (RawHttp http = new RawHttp(port)) {
      for (int i = 0; i < ONE_BY_ONE; i++) {
        long begun = System.nanoTime();
        HttpLoad.payment(http);
        micros.recordValue((System.nanoTime() - begun) / 1000);
      }
    }
    say(
        format(
            "create and callback, one after another, %s: p10 %.1f ms, p50 %.1f ms, p90 %.1f ms",
            where,
            micros.getValueAtPercentile(10) / 1000.0,
            micros.getValueAtPercentile(50) / 1000.0,
            micros.getValueAtPercentile(90) / 1000.0));
  }

  private void say(String line) {
    lines.add("");
    lines.add(line);
    System.out.println("bench: " + line);
  }

  private void openLoop(int port) {
    Histogram micros = new ConcurrentHistogram(Duration.ofMinutes(1).toNanos() / 1000, 3);
    int count = Math.toIntExact(TIME.toSeconds() * PER_SECOND);
    OpenLoop calls = new OpenLoop(PER_SECOND, HttpLoad.CONNECTIONS * 4);
    @SuppressWarnings("ThreadLocalUsage") // Each thread of this loop has a connection of its own.
    ThreadLocal<RawHttp> connections = ThreadLocal.withInitial(() -> new RawHttp(port));
    calls.run(
        count,
        number -> {
          HttpLoad.payment(connections.get());
          micros.recordValue((System.nanoTime() - calls.dueAt(number)) / 1000);
        });
    double p50 = micros.getValueAtPercentile(50) / 1000.0;
    double p99 = micros.getValueAtPercentile(99) / 1000.0;
    String name = "create and callback, %d a second: ".formatted(PER_SECOND);
    add(name + "p50 in ms", p50);
    add(name + "p99 in ms", p99);
    add(name + "p99 / p50", p99 / p50);
  }

  private void profile(ServiceProcess service, HttpLoad load) throws Exception {
    Path recording = Files.createDirectories(FOLDER).resolve("http.jfr").toAbsolutePath();
    jcmd(service, "JFR.start", "name=http", "settings=profile");
    long unused = load.during(TIME, HttpLoad::payment);
    jcmd(service, "JFR.stop", "name=http", "filename=" + recording);
    lines.add("");
    lines.add(
        "Java code of the service, create and callback: "
            + ServiceProfile.of(recording).markdown());
  }

  private static void jcmd(ServiceProcess service, String... command) throws Exception {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    all.add(Long.toString(service.process().pid()));
    all.addAll(List.of(command));
    Process jcmd = new ProcessBuilder(all).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (!jcmd.waitFor(1, TimeUnit.MINUTES) || jcmd.exitValue() != 0) {
      throw new IllegalStateException(all.toString());
    }
  }

  private void behindANetwork(BenchStack stack, String url) throws Exception {
    Matcher port = DATABASE_PORT.matcher(url);
    if (!port.find()) {
      throw new IllegalStateException(url);
    }
    try (SlowNetwork network = SlowNetwork.to(Integer.parseInt(port.group(2)), EACH_WAY)) {
      String far = port.replaceFirst("$1" + network.port());
      try (ServiceProcess service = start("http-bench-network", stack.arguments(far))) {
        HttpLoad load = new HttpLoad(service.api().port());
        load.warm();
        oneByOne(load.port(), "the database 0.5 ms away each way");
      }
    }
  }

  private void write() throws IOException {
    Files.write(Files.createDirectories(FOLDER).resolve("http.md"), lines, UTF_8);
    System.out.println(String.join("\n", lines));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
