package com.yuge.payment.app.bench;

import com.yuge.payment.app.e2e.ExtractedJar;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/**
 * From {@code java -jar} to the first health that is UP, servers running, in turns: the jar as
 * packaged, extracted, and extracted with its classes in an archive.
 */
class StartBench {
  private static final int ROUNDS = 7;
  private static final int FIRST_WITH_AOT_CACHE = 25;
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path PACKAGED = TARGET.resolve("payment-app.jar");

  private final List<String> settings = new ArrayList<>();

  /** One way to start it, and how many seconds it took each time. */
  private record Way(String name, Path jar, List<String> options, List<Double> seconds) {
    Way(String name, Path jar, String... options) {
      this(name, jar, List.of(options), new ArrayList<>());
    }

    double ratioTo(Way other) {
      return Median.of(
          IntStream.range(0, seconds.size())
              .mapToObj(round -> seconds.get(round) / other.seconds.get(round))
              .toList());
    }
  }

  StartBench() {
    settings.addAll(TestStack.ONE.createDatabase("bench_start").arguments());
    settings.add("--payment.callback-secret=a-secret-of-the-start-benchmark-only");
  }

  @Test
  void untilHealthAnswers() throws IOException {
    List<Way> ways = ways();
    double unused = start(ways.get(0)); // makes the tables, and warms the machine up
    for (int round = 0; round < ROUNDS; round++) {
      ways.forEach(way -> way.seconds().add(start(way)));
    }

    List<String> lines = new ArrayList<>();
    lines.add("%d processors, Java %s".formatted(processors(), Runtime.version()));
    lines.add("");
    lines.add("| jar | starts | median s | least s | most s | of the packaged jar's time |");
    lines.add("|---|---|---|---|---|---|");
    ways.forEach(way -> lines.add(row(way, ways.get(0))));
    Files.write(Files.createDirectories(TARGET.resolve("bench")).resolve("start.md"), lines);
    lines.forEach(System.out::println);
  }

  private List<Way> ways() {
    Path folder = TARGET.resolve("bench-start");
    ExtractedJar extracted = ExtractedJar.of(PACKAGED, folder);
    List<Way> ways = new ArrayList<>();
    ways.add(new Way("packaged", PACKAGED));
    ways.add(new Way("extracted", extracted.jar()));
    String archive = folder.resolve("payment-app.jsa").toString();
    train(extracted.jar(), "-XX:ArchiveClassesAtExit=" + archive);
    ways.add(new Way("with CDS", extracted.jar(), "-XX:SharedArchiveFile=" + archive));
    if (Runtime.version().feature() >= FIRST_WITH_AOT_CACHE) {
      String cache = folder.resolve("payment-app.aot").toString();
      train(extracted.jar(), "-XX:AOTCacheOutput=" + cache);
      ways.add(new Way("with AOT cache", extracted.jar(), "-XX:AOTCache=" + cache));
    }
    return ways;
  }

  /** A start and a stop as usual, after which this option leaves an archive. */
  private void train(Path jar, String option) {
    try (ServiceProcess service = ServiceProcess.startJar(jar, List.of(option), settings)) {
      awaitHealth(service);
    }
  }

  private static void awaitHealth(ServiceProcess service) {
    PaymentApi api = service.api();
    ServiceProcess.quickly()
        .until(() -> api.get("/actuator/health").http() == HttpStatus.OK.value());
  }

  private double start(Way way) {
    long begin = System.nanoTime();
    try (ServiceProcess service = ServiceProcess.startJar(way.jar(), way.options(), settings)) {
      awaitHealth(service);
      double seconds = (System.nanoTime() - begin) / 1e9;
      service.kill();
      return seconds;
    }
  }

  private static String row(Way way, Way packaged) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.2f | %.2f |",
        way.name(),
        way.seconds().size(),
        Median.of(way.seconds()),
        Collections.min(way.seconds()),
        Collections.max(way.seconds()),
        way.ratioTo(packaged));
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
