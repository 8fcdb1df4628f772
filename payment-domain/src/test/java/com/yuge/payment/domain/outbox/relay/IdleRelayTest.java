package com.yuge.payment.domain.outbox.relay;

import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.PUBLISHED;
import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.UNSENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a relay wakes, above all one that has nothing to do. */
class IdleRelayTest extends RelayScenario {
  private static final Duration TIME = Duration.ofMinutes(10);

  @Test
  void itWakesForItsPollsAndItsLeasesAndForNothingElse() {
    int unused = pass(Duration.ofSeconds(10));
    given.calls.clear();

    int turns = pass(TIME);

    // One more of each may fall into the time.
    long polls = TIME.dividedBy(SETTINGS.pollMax()) + 1;
    long renewals = 4 * TIME.dividedBy(SETTINGS.lease()) + 1;
    assertThat(given.calls.stream().filter("renew"::equals).count()).isBetween(1L, renewals);
    assertThat((long) given.calls.size()).isBetween(1L, polls + renewals);
    assertThat((long) turns).isLessThanOrEqualTo(polls + renewals);
  }

  @Test
  void anIdleRelayPollsLessAndLessOften() {
    when.runs();
    then.nextDuty().isEqualTo(SETTINGS.pollMin());

    for (int scan = 0; scan < 6; scan++) {
      when.after(nextDuty());
    }

    then.nextDuty().isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void onlyWhatNobodyToldOfMakesItPollMoreOften() {
    when.runs().commits(7).in(0).delivers(PUBLISHED);
    when.waits(SETTINGS.pollMax()).commits(8).in(1);
    Duration afterWhatWasTold = nextDuty();
    when.delivers(PUBLISHED);
    given.waiting(9).in(1);
    when.polls();

    then.nextDuty().isLessThan(afterWhatWasTold);
  }

  @Test
  void pollsThatCouldAskNoPartitionDoNotSlowItDown() {
    given.oneBroker = true;
    given.waiting(7).in(0).waiting(8).in(1);
    when.polls();
    given.brokerTrouble("away");
    given.brokerTrouble("away");
    when.delivers(UNSENT, UNSENT);

    int unused = pass(SETTINGS.backoffMin().minus(SETTINGS.pollMin().multipliedBy(2)));

    then.nextDuty().isEqualTo(SETTINGS.pollMin());
  }

  /** Has it wait as it says it may; returns how often it woke. */
  private int pass(Duration time) {
    int turns = 0;
    for (long end = given.now + time.toNanos(); given.now < end; turns++) {
      when.after(nextDuty());
    }
    return turns;
  }
}
