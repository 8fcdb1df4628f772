package com.yuge.payment.app.bench;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.app.e2e.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/**
 * From {@code java -jar} to the first health that is UP, servers running: the jar that is shipped,
 * in turns with the same classes in Spring Boot's jar of jars.
 */
class StartBench {
  private static final int ROUNDS = 10;
  private static final Path TARGET = Path.of("target");

  private final List<String> arguments = new ArrayList<>();

  StartBench() {
    arguments.addAll(TestStack.ONE.createDatabase("bench_start").arguments());
    arguments.add("--payment.callback-secret=a-secret-of-the-start-benchmark-only");
  }

  @Test
  void untilHealthAnswers() throws IOException {
    double unused = start("payment-app.jar"); // makes the tables, and warms the machine up
    List<double[]> rounds =
        IntStream.range(0, ROUNDS)
            .mapToObj(
                round ->
                    new double[] {start("payment-app.jar"), start("payment-app-standalone.jar")})
            .toList();

    List<String> lines = new ArrayList<>();
    lines.add("%d processors, Java %s".formatted(processors(), Runtime.version()));
    lines.add("");
    lines.add("| jar | starts | median s | least s | most s |");
    lines.add("|---|---|---|---|---|");
    lines.add(row("flat, as shipped", rounds.stream().mapToDouble(round -> round[0])));
    lines.add(row("jar of jars", rounds.stream().mapToDouble(round -> round[1])));
    double ratio = Median.of(rounds.stream().map(round -> round[0] / round[1]).toList());
    lines.add(String.format(Locale.ROOT, "%nFlat / jar of jars: %.2f", ratio));
    Files.write(Files.createDirectories(TARGET.resolve("bench")).resolve("start.md"), lines);
    lines.forEach(System.out::println);
  }

  private double start(String jar) {
    long begin = System.nanoTime();
    try (ServiceProcess service = ServiceProcess.startJar(TARGET.resolve(jar), arguments)) {
      PaymentApi api = service.api();
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> api.get("/actuator/health").http() == HttpStatus.OK.value());
      double seconds = (System.nanoTime() - begin) / 1e9;
      service.kill();
      return seconds;
    }
  }

  private static String row(String name, DoubleStream seconds) {
    double[] sorted = seconds.sorted().toArray();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.2f |",
        name,
        sorted.length,
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
