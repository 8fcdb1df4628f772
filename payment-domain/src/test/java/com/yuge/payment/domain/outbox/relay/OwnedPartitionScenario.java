package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.annotation.CanIgnoreReturnValue;

/** A scenario of one partition, at a moment that does not pass. */
abstract class OwnedPartitionScenario {
  static final long NOW = -1_000;
  static final long ROOM = Duration.ofSeconds(4).toNanos();
  static final long UNTIL = NOW + Duration.ofSeconds(10).toNanos();
  static final long PAUSE = Duration.ofMillis(100).toNanos();

  final Backoff backoff = new Backoff(Duration.ofNanos(PAUSE), Duration.ofSeconds(10), () -> 0.0);
  final OwnedPartition owned = new OwnedPartition(3, 200, NOW);
  final Steps given = new Steps();
  final Steps when = given;

  static Batch batch(long... rows) {
    List<PendingEvent> events =
        LongStream.of(rows).mapToObj(row -> RelayFixtures.event(row, 3)).toList();
    return new Batch(new Lease(3, 1), events, false, false);
  }

  static Batch full(Batch batch) {
    return new Batch(batch.lease(), batch.events(), true, false);
  }

  boolean isReady() {
    return owned.isReady(NOW, ROOM);
  }

  /** What the relay does with the partition. */
  @CanIgnoreReturnValue
  final class Steps {
    Steps held() {
      return heldInEpoch(1);
    }

    Steps heldInEpoch(long epoch) {
      owned.hold(new Lease(3, epoch), UNTIL);
      return this;
    }

    /** The head was read, and nothing was left. */
    Steps readToTheEnd() {
      owned.read(RowRange.whole(3), null, 0);
      return this;
    }

    Steps unsent() {
      owned.unsent(NOW, backoff, backoff);
      return this;
    }

    Steps sent(long... rows) {
      owned.begin();
      owned.sent(batch(rows));
      return this;
    }

    /** The next ack is that of these rows. */
    Steps ackBegun(long... rows) {
      assertThat(owned.unacked().take()).isEqualTo(batch(rows));
      return this;
    }

    Steps published(long... rows) {
      owned.published(batch(rows));
      return this;
    }
  }
}
