package com.yuge.payment.app.bench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.proof.Deadlocks;
import com.yuge.payment.domain.PaymentUseCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What limits cost: payments a second with them and without, by turns. */
class LimitBench {
  private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofSeconds(12);
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final int THREADS = 8;

  private final BenchScale scale = BenchScale.fromSystemProperties();
  private final Map<LimitedKind, LimitRounds> rounds = new EnumMap<>(LimitedKind.class);

  /** Speed is reported, never asserted; a deadlock fails the run. */
  @Test
  void paymentsWithLimitsAndWithout() throws IOException {
    try (BenchStack stack = BenchStack.start(FOLDER.resolve("limits-stack"))) {
      String url = stack.createDatabase("bench_limits");
      DataSource pool = stack.pool(url);
      try (BenchService service = BenchService.start(stack.usualArguments(url))) {
        PaymentUseCases all = service.bean(PaymentUseCases.class);
        service.startRelay();
        for (LimitedKind kind : LimitedKind.values()) {
          kind.limit(all.changeLimits());
          rounds.put(kind, new LimitRounds());
        }
        measure(new LimitedPayments(all), JdbcClient.create(pool), new EventLog(pool));
      }
    }
    report();
    assertThat(rounds.values()).allMatch(kind -> kind.deadlocks() == 0);
  }

  private void measure(LimitedPayments payments, JdbcClient jdbc, EventLog events) {
    for (LimitedKind kind : LimitedKind.values()) {
      double unused = perSecond(payments, kind, scale.time(WARM_UP));
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (LimitedKind kind : LimitedKind.values()) {
        long before = Deadlocks.in(jdbc).counted();
        double rate = perSecond(payments, kind, scale.time(ROUND));
        requireNonNull(rounds.get(kind)).add(rate, Deadlocks.in(jdbc).counted() - before);
        Waiting.until("the last event", () -> events.pending() == 0);
      }
    }
  }

  private static double perSecond(LimitedPayments payments, LimitedKind kind, Duration time) {
    AtomicInteger next = new AtomicInteger();
    long end = System.nanoTime() + time.toNanos();
    Timing timing =
        Timing.of(
            () ->
                Threads.run(
                    THREADS,
                    thread -> {
                      while (System.nanoTime() < end) {
                        payments.pay(kind.parties(next.getAndIncrement()));
                      }
                    }));
    return timing.perSecond(next.get());
  }

  private void report() throws IOException {
    LimitRounds none = requireNonNull(rounds.get(LimitedKind.NOBODY));
    StringBuilder page =
        new StringBuilder(
            """
            # Limits

            Payments (created, opened, paid) by %d threads beside the relay; %d rounds of %d s each, by turns.

            | whose | payments/s | least to most | ratio to the first | least to most | deadlocks |
            |---|---|---|---|---|---|
            """
                .formatted(THREADS, ROUNDS, scale.time(ROUND).toSeconds()));
    rounds.forEach((kind, measured) -> page.append(measured.row(kind.words, none)));
    String text = page.toString();
    System.out.println(text);
    Path unused = Files.writeString(Files.createDirectories(FOLDER).resolve("limits.md"), text);
  }
}
