package com.yuge.payment.in.job;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.StoreUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.cumulative.CumulativeCounter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;

class ReconcileJobTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration RARELY = Duration.ofHours(1);
  private static final Duration OFTEN = Duration.ofMillis(100);
  private static final int WORKERS = 4;

  private final InMemoryPayments payments = new InMemoryPayments();
  private SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<PollingJob<PayNo>> jobs = new ArrayList<>();
  private AsyncTaskExecutor workers = new SimpleAsyncTaskExecutor("check-");

  @AfterEach
  void stop() {
    gate.countDown();
    jobs.forEach(PollingJob::stop);
  }

  @Test
  void oneScanChecksEverythingThatIsDue() {
    List<PayOrder> expired = given(150);
    payments.clock.advance(TIME_TO_PAY);

    start(RARELY);

    await().atMost(SOON).until(() -> checks("CLOSED") == 150);
    assertThat(expired).allMatch(this::isClosed);
    assertThat(payments.tags()).hasSize(150).containsOnly("PAYMENT_CLOSED");
  }

  @Test
  void anOrderThatHangsHoldsUpNobodyElse() {
    List<PayOrder> opened = given(50);
    opened.forEach(
        order -> assertThat(payments.open.handle(order.payNo(), OpenOptions.USUAL)).isPresent());
    payments.clock.advance(TIME_TO_PAY);
    hangOnce();

    start(RARELY);

    await().atMost(SOON).until(() -> opened.stream().filter(this::isClosed).count() == 49);
    gate.countDown();
    await().atMost(SOON).until(() -> opened.stream().allMatch(this::isClosed));
  }

  @Test
  void aStopWaitsForTheChecksOnTheirWayAndBeginsNone() throws Exception {
    List<PayOrder> opened = given(1);
    assertThat(payments.open.handle(opened.get(0).payNo(), OpenOptions.USUAL)).isPresent();
    payments.clock.advance(TIME_TO_PAY);
    CountDownLatch asked = hangOnce();
    PollingJob<PayNo> job = start(OFTEN);
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(job::stop);
    await().atMost(SOON).until(() -> !scans());
    List<PayOrder> late = given(1);
    gate.countDown();
    stopped.get(20, TimeUnit.SECONDS);

    assertThat(opened).allMatch(this::isClosed);
    assertThat(late).noneMatch(this::isClosed);
    assertThat(job.isRunning()).isFalse();
  }

  @Test
  void aStoreThatIsAwayIsTriedAgain() {
    payments.watch.breaks("DueOrders.claim", new StoreUnavailable("away", new Exception("test")));
    start(OFTEN);
    List<PayOrder> expired = given(1);
    payments.clock.advance(TIME_TO_PAY.plus(InMemoryPayments.HOLD));
    await().atMost(SOON).until(() -> claims() > 2);

    payments.watch.heals();
    payments.clock.advance(InMemoryPayments.HOLD);

    await().atMost(SOON).until(() -> expired.stream().allMatch(this::isClosed));
  }

  static List<Throwable> bugs() {
    return List.of(new IllegalStateException("bug"), new StackOverflowError("test"));
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void aBugInOneCheckIsCountedAndEndsNothing(Throwable bug) {
    List<PayOrder> expired = given(2);
    payments.clock.advance(TIME_TO_PAY);
    payments.watch.breaks("PayOrders.find", bug);
    start(OFTEN);
    await().atMost(SOON).until(() -> checks("BUG") == 2);

    payments.watch.heals();
    payments.clock.advance(InMemoryPayments.HOLD);

    await().atMost(SOON).until(() -> expired.stream().allMatch(this::isClosed));
  }

  /** As the two of them come: no thread for a worker, and an Error in a call of the store. */
  @Test
  void errorsEndNoScanForGoodAndLeakNoWorker() {
    int[] errorHandler = {2 * WORKERS};
    workers =
        new TaskExecutorAdapter(
            work -> {
              if (errorHandler[0]-- > 0) {
                throw new OutOfMemoryError("no thread");
              }
              new SimpleAsyncTaskExecutor("check-").execute(work);
            });
    payments.watch.breaks("DueOrders.claim", new OutOfMemoryError("test"));
    PollingJob<PayNo> job = start(Duration.ofMillis(10));
    List<PayOrder> expired = given(2 * WORKERS);
    payments.clock.advance(TIME_TO_PAY);
    await().atMost(SOON).until(() -> failures() > 1);
    payments.watch.heals();

    await()
        .atMost(SOON)
        .until(
            () -> {
              payments.clock.advance(InMemoryPayments.HOLD);
              return expired.stream().allMatch(this::isClosed);
            });
    assertThat(failures()).isGreaterThan(2 * WORKERS);
    assertThat(job.isDead()).isFalse();
  }

  @Test
  void whenNothingScansAnyMoreItSaysSo() {
    payments.watch.breaks("DueOrders.claim", new OutOfMemoryError("test"));
    meters = countsNothing();

    PollingJob<PayNo> job = start(OFTEN);

    await().atMost(SOON).until(job::isDead);
    assertThat(job.health().getStatus()).isEqualTo(Status.DOWN);
    job.stop();
    assertThat(job.isDead()).isFalse();
    assertThat(job.health().getStatus()).isEqualTo(Status.UP);
  }

  /** Not even what failed can be told. */
  private static SimpleMeterRegistry countsNothing() {
    return new SimpleMeterRegistry() {
      @Override
      protected Counter newCounter(Meter.Id id) {
        return new CumulativeCounter(id) {
          @Override
          public void increment(double amount) {
            throw new OutOfMemoryError("test");
          }
        };
      }
    };
  }

  private double failures() {
    return meters.counter("payment.reconcile.failures").count();
  }

  private PollingJob<PayNo> start(Duration scanInterval) {
    ReconcileProperties properties =
        new ReconcileProperties(
            true,
            scanInterval,
            5,
            100,
            WORKERS,
            InMemoryPayments.HOLD,
            Duration.ofMinutes(30),
            List.of());
    JobMetrics metrics = new JobMetrics("reconcile", ObservationRegistry.create(), meters);
    CheckPayOrder check = new CheckPayOrder(payments.reconcile, metrics, meters);
    DueWork<PayNo> work =
        new DueWork<>("reconcile", "Pay order", "orders", payments.claim::handle, check::whenDue);
    PollingJob<PayNo> job = new PollingJob<>(work, properties, metrics, workers);
    jobs.add(job);
    job.start();
    return job;
  }

  private List<PayOrder> given(int count) {
    List<PayOrder> orders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      orders.add(payments.given(aPayOrder()));
    }
    assertThat(orders).allMatch(order -> order.amount().equals(PRICE));
    return orders;
  }

  /** The first that asks the channel waits at the gate; the latch tells that it is there. */
  private CountDownLatch hangOnce() {
    CountDownLatch asked = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    payments.channel.beforeAnswer(
        () -> {
          if (first.getAndSet(false)) {
            asked.countDown();
            await().atMost(SOON).until(() -> gate.getCount() == 0);
          }
        });
    return asked;
  }

  private static boolean scans() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("reconcile-scan-"));
  }

  private boolean isClosed(PayOrder order) {
    return payments.now(order).status() == PayStatus.CLOSED;
  }

  private double checks(String result) {
    return meters.counter("payment.reconcile.checks", "result", result).count();
  }

  private long claims() {
    return payments.watch.calls().stream().filter("DueOrders.claim"::equals).count();
  }
}
