package com.yuge.payment.out.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.fakes.InMemoryOutboxDesk;
import com.yuge.payment.domain.outbox.OutboxReports;
import com.yuge.payment.domain.relay.Batch;
import com.yuge.payment.domain.relay.Delivery;
import com.yuge.payment.domain.relay.Delivery.Result;
import com.yuge.payment.domain.relay.Lease;
import com.yuge.payment.domain.relay.PendingEvent;
import com.yuge.payment.out.outbox.OutboxHealth.Condition;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;

/** What metrics and health say of a relay. */
class RelayWatchTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String PAY_NO = "PAY20240101123000123000000000001";

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final InMemoryOutboxDesk desk = new InMemoryOutboxDesk();
  private final OutboxSample sample = new OutboxSample(desk, 100, CLOCK);
  private long nanos;
  private final RelayPulse pulse = new RelayPulse(() -> nanos, Duration.ofSeconds(20));
  private final RelayListeners relay =
      new RelayListeners(List.of(pulse, new RelayMeters(meters, CLOCK)));
  private RelayState life = RelayState.RUNNING;
  private final OutboxHealth health = new OutboxHealth(sample, pulse, Optional.of(() -> life));

  @Test
  void whatBecameOfBatchesIsCounted() {
    delivered(Result.PUBLISHED, false, 0);
    delivered(Result.PUBLISHED, true, 0);
    delivered(Result.REFUSED, false, 1);
    delivered(Result.BLOCKED, false, 0);
    delivered(Result.UNSENT, false, 1);
    delivered(Result.UNACKED, false, 2);
    delivered(Result.FENCED, false, 0);
    relay.paused(new IllegalStateException("away"), 1);

    assertThat(count("published")).isEqualTo(2);
    assertThat(count("replayed")).isEqualTo(2);
    assertThat(count("refused")).isEqualTo(1);
    assertThat(count("blocks")).isEqualTo(1);
    assertThat(count("trouble")).isEqualTo(2);
    assertThat(count("duplicates.possible")).isEqualTo(4);
    assertThat(count("pauses")).isEqualTo(1);
  }

  @Test
  void theTimeFromCommitToAckIsThatOfFirstPublicationsOnly() {
    delivered(Result.PUBLISHED, false, 0);
    delivered(Result.PUBLISHED, true, 0);

    var timer = meters.get("payment.outbox.commit.to.ack").timer();
    assertThat(timer.count()).isEqualTo(2);
    assertThat(timer.max(TimeUnit.SECONDS)).isEqualTo(5);
  }

  @Test
  void gaugesTellTheLastLookAndNothingWhenItFailed() {
    sample.bindTo(meters);
    assertThat(gauge("pending")).isNaN();
    desk.append(PAY_NO + "-1", "TAG", NOW.minusSeconds(7));

    sample.take();

    assertThat(gauge("pending")).isEqualTo(1);
    assertThat(gauge("oldest.age.seconds")).isEqualTo(7);
  }

  @Test
  void aLookThatFailsIsNotTheLastThatWorked() {
    int[] looks = {0};
    OutboxReports flaky =
        (OutboxReports)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {OutboxReports.class},
                (proxy, method, arguments) -> {
                  if (looks[0]++ > 0) {
                    throw new IllegalStateException("away");
                  }
                  return desk.state(1);
                });
    OutboxSample shaky = new OutboxSample(flaky, 1, CLOCK);
    shaky.take();

    assertThatThrownBy(shaky::take).hasMessage("away");

    assertThat(shaky.last()).isEmpty();
  }

  @Test
  void healthIsUpAndSaysWhatAnOperatorShouldKnow() {
    relay.holds(BitSet.valueOf(new long[] {0b1001}));
    sample.take();
    assertThat(condition()).isEqualTo(Condition.FLOWING);
    assertThat(health.health().getDetails()).containsEntry("partitionsHeld", 2);

    desk.block(PAY_NO, NOW);
    sample.take();
    assertThat(condition()).isEqualTo(Condition.BLOCKED);

    assertThat(desk.pause(true)).isTrue();
    sample.take();
    assertThat(condition()).isEqualTo(Condition.PAUSED);
  }

  @ParameterizedTest
  @CsvSource({"DIED, DIED", "RESTARTING, RESTARTING"})
  void aDeadRelayIsDown(RelayState dead, Condition told) {
    life = dead;

    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.health().getDetails()).containsEntry("condition", told);
  }

  @Test
  void troubleIsToldWhileItLasts() {
    relay.holds(BitSet.valueOf(new long[] {0b1001}));
    delivered(Result.UNSENT, false, 1);
    assertThat(condition()).isEqualTo(Condition.TROUBLED);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    delivered(Result.PUBLISHED, false, 0);
    assertThat(condition()).isEqualTo(Condition.FLOWING);

    relay.paused(new IllegalStateException("away"), 1);
    assertThat(condition()).isEqualTo(Condition.TROUBLED);
    nanos += Duration.ofSeconds(20).toNanos();
    assertThat(condition()).isEqualTo(Condition.FLOWING);
  }

  @Test
  void anotherInstancesTroubleIsNotOurs() {
    relay.holds(BitSet.valueOf(new long[] {0b1000}));
    delivered(Result.UNSENT, false, 1);

    relay.holds(new BitSet());

    assertThat(pulse.failing()).isZero();
    assertThat(pulse.isKeeper()).isFalse();
  }

  private @Nullable Object condition() {
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    return health.health().getDetails().get("condition");
  }

  private void delivered(Result result, boolean replay, int failures) {
    List<PendingEvent> two = List.of(event(1), event(2));
    relay.delivered(
        new Delivery(new Batch(new Lease(3, 1), two, false, replay), result, ""), failures);
  }

  private static PendingEvent event(long row) {
    return new PendingEvent(row, 3, "E" + row, "K", "TAG", "{}", Map.of(), NOW.minusSeconds(5));
  }

  private double count(String name) {
    return meters.get("payment.outbox." + name).counter().count();
  }

  private double gauge(String name) {
    return meters.get("payment.outbox." + name).gauge().value();
  }
}
