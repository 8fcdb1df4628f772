package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The relay is never slower than what comes in: whatever a stall of the broker has left waiting is
 * published within 150 ms after it, and from then on events take no longer than before.
 */
class RelayThroughputTest {
  private static final Duration TIME = Duration.ofSeconds(3);
  private static final Duration STALLS_AT = Duration.ofSeconds(1);
  private static final Duration OVER_AFTER = Duration.ofMillis(150);
  private static final Duration USUAL = Duration.ofMillis(15);

  @ParameterizedTest
  @CsvSource({
    "150, 50",
    "150, 500",
    "300, 50",
    "300, 500",
    "1000, 50",
    "1000, 500",
    "2000, 50",
    "2000, 500",
    "5000, 50",
    "5000, 500"
  })
  void theQueueEndsSoonAfterAStall(int perSecond, int stallMillis) {
    Duration stall = Duration.ofMillis(stallMillis);

    List<Duration> took = new LoadedRelay().publish(perSecond, TIME, STALLS_AT, stall);

    int stalled = number(STALLS_AT.minus(USUAL), perSecond);
    int waiting = number(STALLS_AT.plus(stall), perSecond);
    int over = number(STALLS_AT.plus(stall).plus(OVER_AFTER), perSecond);
    assertThat(took.subList(0, stalled)).allMatch(time -> time.compareTo(USUAL) < 0);
    assertThat(took.subList(stalled, waiting))
        .allMatch(time -> time.compareTo(stall.plus(OVER_AFTER)) < 0)
        .anyMatch(time -> time.compareTo(stall.dividedBy(2)) > 0);
    assertThat(took.subList(waiting, over)).allMatch(time -> time.compareTo(OVER_AFTER) < 0);
    assertThat(took.subList(over, took.size())).allMatch(time -> time.compareTo(USUAL) < 0);
  }

  /** Of the first event that is committed then, at a steady rate. */
  private static int number(Duration time, int perSecond) {
    return Math.toIntExact(time.toMillis() * perSecond / 1000);
  }
}
