package com.yuge.payment.in.job;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.RefundBook.aRefund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.DueRefund;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.in.web.RefundMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** The job that asks channels about refunds until they are decided. */
class RefundJobTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final InMemoryPayments payments = new InMemoryPayments();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PollingJob<DueRefund> job = job();

  private PollingJob<DueRefund> job() {
    RefundProperties properties =
        new RefundProperties(true, Duration.ofMillis(100), 100, 4, InMemoryPayments.HOLD);
    RunRefundStep step =
        new RunRefundStep(payments.refund.processRefund(), new RefundMetrics(meters));
    return new PollingJob<>(
        new DueWork<>(
            "refunds",
            "Refund",
            "refunds",
            payments.refund.claimDueRefunds(properties.hold())::handle,
            step::whenDue),
        properties,
        new JobMetrics("refunds", ObservationRegistry.NOOP, meters),
        new SimpleAsyncTaskExecutor("refunds-"));
  }

  @AfterEach
  void stop() {
    job.stop();
  }

  @Test
  void aRefundThatTheChannelDidNotAnswerIsMadeLater() {
    RefundNo refundNo = doubtful();
    payments.refundChannel.goAway(false);
    job.start();
    assertThat(now(refundNo).isUndecided()).isTrue();

    payments.clock.advance(PAUSE);

    await().atMost(SOON).until(() -> now(refundNo).isDone());
    await().atMost(SOON).until(() -> refunds("SUCCEEDED") == 1);
    assertThat(meters.counter("payment.refunds.checks", "result", "SUCCEEDED").count()).isOne();
    assertThat(payments.refundChannel.asked()).containsExactly("refund", "refund");
    assertThat(payments.tags()).contains("REFUND_SUCCEEDED");
  }

  @Test
  void aChannelThatStaysAwayIsAskedAgainAfterPauses() {
    RefundNo refundNo = doubtful();
    job.start();

    payments.clock.advance(PAUSE);
    await().atMost(SOON).until(() -> refunds("UNKNOWN") == 1);
    payments.clock.advance(Duration.ofMinutes(1));
    await().atMost(SOON).until(() -> refunds("UNKNOWN") == 2);

    assertThat(now(refundNo).isUndecided()).isTrue();
    assertThat(now(refundNo).progress().asks()).isEqualTo(3);
  }

  @Test
  void aStoreThatIsAwayEndsNothing() {
    RefundNo refundNo = doubtful();
    payments.refundChannel.goAway(false);
    payments.watch.breaks("Refunds.find", new StoreUnavailable("away", new Exception("test")));
    job.start();
    payments.clock.advance(PAUSE);
    await()
        .atMost(SOON)
        .until(() -> meters.counter("payment.refunds.checks", "result", "STORE_AWAY").count() == 1);

    payments.watch.heals();
    payments.clock.advance(InMemoryPayments.HOLD);

    await().atMost(SOON).until(() -> now(refundNo).isDone());
    assertThat(job.health().getStatus()).isEqualTo(Status.UP);
  }

  private RefundNo doubtful() {
    PayOrder order = payments.given(paying(aPayOrder()));
    assertThat(payments.apply.handle(success(order, "T1", PRICE), Action.NOTIFY)).isPresent();
    payments.refundChannel.goAway(true);
    assertThat(payments.refund.createRefund().handle(aRefund(order, PRICE))).isPresent();
    return payments.store.refunds().get(0).refundNo();
  }

  private Refund now(RefundNo refundNo) {
    return payments.refunds.find(refundNo).orElseThrow();
  }

  private double refunds(String result) {
    return meters.counter("payment.refunds", "result", result, "channel", "MOCK").count();
  }
}
