package com.yuge.payment.domain.outbox.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Settings and events of the relay's tests. */
final class RelayFixtures {
  static final RelaySettings SETTINGS = settings(3, 2, 100);

  private RelayFixtures() {}

  /** Those that tests choose; all others are the same. */
  static RelaySettings settings(int batchSize, int maxBlocked, int replayRate) {
    return new RelaySettings(
        Duration.ofSeconds(10),
        Duration.ofSeconds(3),
        batchSize,
        1 << 20,
        3,
        maxBlocked,
        replayRate,
        Duration.ofMillis(20),
        Duration.ofMillis(500),
        Duration.ofMillis(100),
        Duration.ofSeconds(10),
        Duration.ofSeconds(90));
  }

  /** Each event is of a key of its own. */
  static PendingEvent event(long row, int partition) {
    return event(row, partition, "K" + row, Instant.EPOCH);
  }

  static PendingEvent event(long row, int partition, String key, Instant at) {
    return new PendingEvent(row, partition, "E" + row, key, "TAG", "{}", Map.of(), at);
  }
}
