package com.yuge.payment.in.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.fakes.SettableClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** A job of another kind: its settings, its use case, and nothing else. */
class PollingJobTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int WORKERS = 4;
  private static final RefundSettings SETTINGS =
      new RefundSettings(true, Duration.ofMillis(100), 10, WORKERS, DueRefunds.HOLD);

  private final SettableClock clock =
      new SettableClock(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
  private final DueRefunds refunds = new DueRefunds(clock);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ObservationRegistry observations = ObservationRegistry.create();
  private final List<PollingJob<String>> jobs = new ArrayList<>();

  record RefundSettings(
      boolean enabled, Duration scanInterval, int batchSize, int workers, Duration hold)
      implements PollingSettings {}

  @AfterEach
  void stop() {
    jobs.forEach(PollingJob::stop);
  }

  /** Nobody goes on before as many refunds are asked for at once as two instances have workers. */
  @Test
  void twoInstancesShareTheItems() {
    List<String> due = refunds.given(100);
    CountDownLatch bothAreBusy = new CountDownLatch(2 * WORKERS);
    refunds.beforeAnswer(() -> arriveAndWait(bothAreBusy));

    start();
    start();

    await().atMost(SOON).until(() -> checks("REFUNDED") == due.size());
    assertThat(refunds.asked()).containsExactlyInAnyOrderElementsOf(due);
  }

  @Test
  void anItemThatFailsStopsNoOtherAndIsTriedAgain() {
    List<String> due = refunds.given(20);
    refunds.breaksOn(due.get(0));
    start();
    await().atMost(SOON).until(() -> checks("REFUNDED") == 19);
    await().atMost(SOON).until(() -> checks("BUG") == 1);

    refunds.heals();
    clock.advance(DueRefunds.HOLD);

    await().atMost(SOON).until(() -> checks("REFUNDED") == 20);
  }

  @Test
  void theBackoffInTheRowIsKeptWhicheverInstanceAsks() {
    String slow = refunds.given(1).get(0);
    refunds.takesTimeOver(slow);
    start();
    start();
    awaitAsked(1);

    clock.advance(DueRefunds.FIRST_PAUSE.minusMillis(1));
    awaitMoreScans();
    assertThat(refunds.asked()).hasSize(1);

    clock.advance(Duration.ofMillis(1));
    awaitAsked(2);

    clock.advance(DueRefunds.FIRST_PAUSE.multipliedBy(2).minusMillis(1));
    awaitMoreScans();
    assertThat(refunds.asked()).hasSize(2);

    clock.advance(Duration.ofMillis(1));
    awaitAsked(3);
    assertThat(checks("PENDING")).isEqualTo(3);
  }

  @Test
  void aStopWaitsForTheWorkOnItsWayAndBeginsNone() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    refunds.beforeAnswer(
        () -> {
          asked.countDown();
          arriveAndWait(gate);
        });
    List<String> due = refunds.given(1);
    PollingJob<String> job = start();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(job::stop);
    await().atMost(SOON).until(() -> !scans());
    List<String> late = refunds.given(5);
    gate.countDown();
    stopped.get(20, TimeUnit.SECONDS);

    assertThat(refunds.asked()).isEqualTo(due).doesNotContainAnyElementsOf(late);
    assertThat(checks("REFUNDED")).isEqualTo(1);
    assertThat(job.isRunning()).isFalse();
  }

  @Test
  void eachItemIsWorkedOnInATraceOfItsOwn() {
    observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    List<String> due = refunds.given(20);

    start();

    Search traces = meters.find("payment.refund");
    await()
        .atMost(SOON)
        .until(() -> traces.timers().stream().mapToLong(Timer::count).sum() == due.size());
  }

  @Test
  void whatIsSwitchedOffClaimsNothing() {
    PollingJob<String> job =
        start(new RefundSettings(false, SETTINGS.scanInterval(), 10, WORKERS, DueRefunds.HOLD));

    assertThat(job.isRunning()).isFalse();
    assertThat(job.health().getStatus()).isEqualTo(Status.UP);
  }

  private PollingJob<String> start() {
    return start(SETTINGS);
  }

  private PollingJob<String> start(RefundSettings settings) {
    PollingJob<String> job =
        new PollingJob<>(
            new DueWork<>("refund", "Refund", "refunds", refunds::claim, refunds::ask),
            settings,
            new JobMetrics("refund", observations, meters),
            new SimpleAsyncTaskExecutor("refund-"));
    jobs.add(job);
    job.start();
    return job;
  }

  private void awaitAsked(int times) {
    await().atMost(SOON).until(() -> refunds.asked().size() == times);
    await().atMost(SOON).until(() -> checks("PENDING") == times);
  }

  /** Whatever was due when this was called has been claimed, and was asked for if it was. */
  private void awaitMoreScans() {
    int before = refunds.claims();
    await().atMost(SOON).until(() -> refunds.claims() >= before + 2 * jobs.size());
  }

  private double checks(String result) {
    return meters.counter("payment.refund.checks", "result", result).count();
  }

  private static boolean scans() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("refund-scan-"));
  }

  private static void arriveAndWait(CountDownLatch latch) {
    latch.countDown();
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody else came");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
