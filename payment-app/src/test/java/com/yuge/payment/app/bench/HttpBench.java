package com.yuge.payment.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.channelfakes.mock.SignedCallback;
import com.yuge.payment.channelfakes.mock.Signing;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The service from outside: payments over HTTP beside what the database alone can write, with the
 * processor time that each takes, on this machine and with a network before the database.
 */
class HttpBench {
  private static final int CONNECTIONS = 8;

  /**
   * By then the compiler has seen whatever runs often; on a busy machine time alone says nothing.
   */
  private static final int WARM = Integer.getInteger("bench.http.warm", 5_000);

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
  private static final Pattern PAY_NO = Pattern.compile("\"payNo\":\"([^\"]+)\"");
  private static final Pattern DATABASE_PORT = Pattern.compile("(//[^:/]+:)(\\d+)");
  private static final Money AMOUNT = Money.cny(new BigDecimal("7.00"));
  private static final Signing SIGNING =
      Signing.hmac("dev-1", "development-only-callback-key-0001");
  private static final Path FOLDER = Path.of("target", "bench");

  private final List<String> lines = new ArrayList<>();

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
    double[] alone = databaseAlone(stack.pool(url));
    try (ServiceProcess service = start("http-bench", stack.arguments(url))) {
      int port = service.api().port();
      warm(port);
      double created = measured(service, "create", HttpBench::create, port);
      String payNo = one(port);
      double unused = measured(service, "read", http -> read(http, payNo), port);
      double paid = measured(service, "create and callback", HttpBench::payment, port);
      lines.add("");
      lines.add(
          format(
              "of the database alone: create %.2f, payment %.2f",
              created / alone[0], paid / alone[1]));
      openLoop(port);
      oneByOne(port, "the database on this machine");
      profile(service, port);
    }
    behindANetwork(stack, url);
  }

  private static ServiceProcess start(String name, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--payment.rate-limit.client-per-second=0");
    all.add("--payment.rate-limit.address-per-second=0");
    return ServiceProcess.start(name, OPTIONS, all);
  }

  private double[] databaseAlone(DataSource database) throws SQLException {
    var unusedResult = Flyway.configure().dataSource(database).load().migrate();
    try (HikariDataSource pool = database.unwrap(HikariDataSource.class)) {
      pool.setMaximumPoolSize(2 * CONNECTIONS);
      double create = alone("database alone: create", pool, SameRows::create);
      double payment =
          alone("database alone: create and callback", pool, rows -> rows.callback(rows.create()));
      int unused =
          JdbcClient.create(pool)
              .sql("DELETE FROM t_outbox_pending WHERE aggregate_key <> ''")
              .update();
      return new double[] {create, payment};
    }
  }

  private interface Rows {
    void write(SameRows rows) throws SQLException;
  }

  private double alone(String name, DataSource database, Rows work) {
    Cpu before = Cpu.now();
    LongAdder done = new LongAdder();
    long end = System.nanoTime() + TIME.toNanos();
    Threads.run(
        CONNECTIONS,
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

  private double measured(ServiceProcess service, String name, Consumer<RawHttp> work, int port) {
    Cpu before = cpu(service);
    long done = loop(port, TIME, work);
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

  private static long loop(int port, Duration time, Consumer<RawHttp> work) {
    LongAdder done = new LongAdder();
    long end = System.nanoTime() + time.toNanos();
    Threads.run(
        CONNECTIONS,
        thread -> {
          try (RawHttp http = new RawHttp(port)) {
            while (System.nanoTime() < end) {
              work.accept(http);
              done.increment();
            }
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    return done.sum();
  }

  private static void warm(int port) {
    AtomicInteger left = new AtomicInteger(WARM);
    Threads.run(
        CONNECTIONS,
        thread -> {
          try (RawHttp http = new RawHttp(port)) {
            String payNo = create(http);
            while (left.getAndDecrement() > 0) {
              payment(http);
              read(http, payNo);
            }
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** One caller: what a payment waits for when nobody else does anything. */
  private void oneByOne(int port, String where) throws IOException {
    Histogram micros = new ConcurrentHistogram(Duration.ofMinutes(1).toNanos() / 1000, 3);
    try (RawHttp http = new RawHttp(port)) {
      for (int i = 0; i < ONE_BY_ONE; i++) {
        long begun = System.nanoTime();
        payment(http);
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
    OpenLoop calls = new OpenLoop(PER_SECOND, CONNECTIONS * 4);
    @SuppressWarnings("ThreadLocalUsage") // Each thread of this loop has a connection of its own.
    ThreadLocal<RawHttp> connections = ThreadLocal.withInitial(() -> new RawHttp(port));
    calls.run(
        count,
        number -> {
          payment(connections.get());
          micros.recordValue((System.nanoTime() - calls.dueAt(number)) / 1000);
        });
    say(
        format(
            "create and callback, %d a second: p50 %.1f ms, p99 %.1f ms",
            PER_SECOND,
            micros.getValueAtPercentile(50) / 1000.0,
            micros.getValueAtPercentile(99) / 1000.0));
  }

  private void profile(ServiceProcess service, int port) throws Exception {
    Path recording = Files.createDirectories(FOLDER).resolve("http.jfr").toAbsolutePath();
    jcmd(service, "JFR.start", "name=http", "settings=profile");
    long unused = loop(port, TIME, HttpBench::payment);
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
        int to = service.api().port();
        warm(to);
        oneByOne(to, "the database 0.5 ms away each way");
      }
    }
  }

  private static String one(int port) {
    try (RawHttp http = new RawHttp(port)) {
      return create(http);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String create(RawHttp http) {
    String orderNo = UUID.randomUUID().toString().replace("-", "");
    String answer =
        http.post("/payments", "{\"orderNo\":\"" + orderNo + "\",\"amount\":7.00}", Map.of());
    Matcher payNo = PAY_NO.matcher(answer);
    if (!payNo.find()) {
      throw new IllegalStateException(answer);
    }
    return payNo.group(1);
  }

  private static void read(RawHttp http, String payNo) {
    if (!http.get("/payments/" + payNo).contains(payNo)) {
      throw new IllegalStateException(payNo);
    }
  }

  private static void payment(RawHttp http) {
    PayNo payNo = new PayNo(create(http));
    SignedCallback callback = SignedCallback.ofSuccess(payNo, AMOUNT, Instant.now(), SIGNING);
    String answer = http.post("/payments/mock-callback", callback.json(), callback.headers());
    if (!answer.contains("PROCESSED")) {
      throw new IllegalStateException(answer);
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
