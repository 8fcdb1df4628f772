package com.yuge.payment.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.bench.trace.LatencyTracePart;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The outbox beside what else one would use, in one run. Speed is reported, never asserted. */
class OutboxBench {
  private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

  private static final List<Part> PARTS =
      List.of(
          new LatencyPart(200),
          new LatencyPart(1000),
          new LatencyTracePart(FOLDER),
          new BusinessPart(),
          new DrainPart(),
          new BacklogPart(),
          new InstancesPart(FOLDER),
          new InstancesLatencyPart(FOLDER),
          new ReconcilePart());

  @Test
  void nothingIsLostOrDoubledAndHereIsHowFastItWent() {
    Results results = new Results();
    try (BenchStack stack = BenchStack.start(FOLDER.resolve("stack"))) {
      run(stack, results);
    } finally {
      new BenchReport(FOLDER).write(results);
    }
    assertThat(results.problems()).isEmpty();
  }

  private static void run(BenchStack stack, Results results) {
    String url = stack.createDatabase("bench");
    try (BenchService service = BenchService.start(stack.arguments(url));
        PaymentTopic topic = new PaymentTopic(stack.nameServer());
        BenchProducer producer = new BenchProducer(stack.nameServer())) {
      DataSource pool = stack.pool(url);
      BenchScale scale = BenchScale.fromSystemProperties();
      EventLog events = new EventLog(pool);
      Bench bench =
          new Bench(stack, service, pool, events, topic, producer, new RelayTrouble(), scale);
      BenchFacts.tell(bench, results);
      PARTS.stream().filter(OutboxBench::isAsked).forEach(part -> run(part, bench, results));
    }
  }

  private static void run(Part part, Bench bench, Results results) {
    System.out.println("bench: " + part.name());
    try (Recorder recorder = Recorder.start(FOLDER, part.name())) {
      part.run(bench, results);
      bench.service().stopRelay();
      recorder.keep();
    }
  }

  /** {@code -Dbench.parts=drain,backlog} runs these only. */
  private static boolean isAsked(Part part) {
    String asked = System.getProperty("bench.parts", part.name());
    return List.of(asked.split(",", -1)).contains(part.name());
  }
}
