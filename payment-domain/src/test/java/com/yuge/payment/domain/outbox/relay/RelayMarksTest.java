package com.yuge.payment.domain.outbox.relay;

import static com.yuge.payment.domain.outbox.relay.BatchResult.Status.PUBLISHED;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From where on a relay reads; see {@link LowWaterMark}. */
class RelayMarksTest extends RelayScenario {
  private static final Duration LONGEST = SETTINGS.longestTransaction();
  private static final String FROM_THE_MARKS = "heads [0 from 9, 1 from 9]";
  private static final String FROM_THE_START = "heads [0, 1]";

  @BeforeEach
  void publishOne() {
    given.waiting(9).in(0);
    when.runs().delivers(PUBLISHED).polls();
    given.calls.clear();
  }

  @Test
  void itReadsFromTheStartUntilTheLongestTransactionHasEnded() {
    when.waits(LONGEST).polls();
    then.calls().doesNotContain(FROM_THE_MARKS);

    when.polls();
    then.calls().contains(FROM_THE_MARKS);
  }

  @Test
  void anOlderIdThatIsSignalledSendsItBackToTheStartOfThatPartition() {
    awaitSettledRows();

    when.commits(5).in(1);

    then.calls().containsExactly("heads [1]");
    when.delivers(PUBLISHED);
    then.waiting().isEmpty();
  }

  @Test
  void aNewerIdDoesNot() {
    awaitSettledRows();

    when.commits(12).in(1);

    then.calls().containsExactly("heads [1 from 9]");
  }

  @Test
  void anUnblockSendsItBackBeforeALaterEventOfThatOrderIsPublished() {
    given.blocked.add("K5");
    given.waiting(5).in(1);
    awaitSettledRows();
    given.waiting.put(12L, RelayFixtures.event(12, 1, "K5", Instant.EPOCH));

    given.blocked.remove("K5");
    when.polls().delivers(PUBLISHED);

    then.calls().containsSubsequence(FROM_THE_MARKS, FROM_THE_START, "send [5, 12]");
    then.calls().doesNotContain("send [12]");
  }

  @Test
  void takingOverSendsItBack() {
    awaitSettledRows();

    given.epoch++;
    when.waits(SETTINGS.lease()).polls();

    then.calls().contains(FROM_THE_START);
  }

  @Test
  void whatShouldNotBeBelowTheMarkIsFoundAllTheSame() {
    awaitSettledRows();
    given.waiting(5).in(1);

    for (int i = 0; i < 20 && sends.isEmpty(); i++) {
      when.waits(Duration.ofSeconds(5)).polls();
    }
    when.delivers(PUBLISHED);

    then.waiting().isEmpty();
    then.calls().contains("heads [1 to 8]");
  }

  @Test
  void aLogThatLacksWhatWasSeenSendsItBack() {
    awaitSettledRows();
    given.newest = 3;

    when.polls();

    then.calls().containsSubsequence(FROM_THE_MARKS, FROM_THE_START);
  }

  @Test
  void afterTroubleTheMarksStayButRiseOnlyAfterAnotherLongestTransaction() {
    awaitSettledRows();
    given.failingReads = 1;
    when.polls().commits(20).in(0).after(SETTINGS.backoffMax()).delivers(PUBLISHED);
    given.calls.clear();

    when.waits(LONGEST.dividedBy(2)).polls();
    then.calls().contains(FROM_THE_MARKS);

    when.waits(LONGEST).polls().polls();
    then.calls().contains("heads [0 from 20, 1 from 20]");
  }

  @Test
  void aReadThatFailedIsNotRepeatedAsItWas() {
    awaitSettledRows();
    given.newest = 1_000_000;
    when.polls();
    given.calls.clear();

    given.failingReads = 1;
    when.polls().after(SETTINGS.backoffMax()).runs();

    then.calls()
        .containsSubsequence(
            FROM_THE_MARKS,
            "heads [0 from 9 to 100008, 1 from 9 to 100008]",
            "heads [0 from 100009 to 300008, 1 from 100009 to 300008]");
    then.nextDuty().as("there is more to read").isZero();
  }

  private void awaitSettledRows() {
    when.waits(LONGEST.plusNanos(1)).polls().polls();
    given.calls.clear();
  }
}
