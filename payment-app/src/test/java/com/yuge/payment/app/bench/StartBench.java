package com.yuge.payment.app.bench;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.app.e2e.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

  /** Seconds of either jar. */
  private record Round(double flat, double nested) {
    double ratio() {
      return flat / nested;
    }
  }

  StartBench() {
    arguments.addAll(TestStack.ONE.createDatabase("bench_start").arguments());
    arguments.add("--payment.callback-secret=a-secret-of-the-start-benchmark-only");
  }

  @Test
  void untilHealthAnswers() throws IOException {
    double unused = start("payment-app.jar"); // makes the tables, and warms the machine up
    List<Round> rounds =
        Stream.generate(
                () -> new Round(start("payment-app.jar"), start("payment-app-standalone.jar")))
            .limit(ROUNDS)
            .toList();

    List<String> lines = new ArrayList<>();
    lines.add("%d processors, Java %s".formatted(processors(), Runtime.version()));
    lines.add("");
    lines.add("| jar | starts | median s | least s | most s |");
    lines.add("|---|---|---|---|---|");
    lines.add(row("flat, as shipped", rounds.stream().map(Round::flat).toList()));
    lines.add(row("jar of jars", rounds.stream().map(Round::nested).toList()));
    double ratio = Median.of(rounds.stream().map(Round::ratio).toList());
    lines.add(String.format(Locale.ROOT, "%nFlat / jar of jars: %.2f", ratio));
    Files.write(Files.createDirectories(TARGET.resolve("bench")).resolve("start.md"), lines);
    lines.forEach(System.out::println);
  }

  private double start(String jar) {
    long begin = System.nanoTime();
    try (ServiceProcess service = ServiceProcess.startJar(TARGET.resolve(jar), arguments)) {
      PaymentApi api = service.api();
      ServiceProcess.quickly()
          .until(() -> api.get("/actuator/health").http() == HttpStatus.OK.value());
      double seconds = (System.nanoTime() - begin) / 1e9;
      service.kill();
      return seconds;
    }
  }

  private static String row(String name, List<Double> seconds) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.2f |",
        name,
        seconds.size(),
        Median.of(seconds),
        Collections.min(seconds),
        Collections.max(seconds));
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
