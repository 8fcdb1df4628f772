package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.BatchResult.Status;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From where on a relay reads; see {@link LowWaterMark}. */
class RelayMarksTest {
  private static final Duration LONGEST = RelayBench.SETTINGS.longestTransaction();
  private static final String FROM_THE_MARKS = "heads [0 from 9, 1 from 9]";
  private static final String FROM_THE_START = "heads [0, 1]";

  private final RelayBench bench = new RelayBench();

  @BeforeEach
  void publishOne() {
    bench.waits(9, 0);
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);
    poll();
    bench.calls.clear();
  }

  @Test
  void itReadsFromTheStartUntilTheLongestTransactionHasEnded() {
    bench.pass(LONGEST);
    poll();
    assertThat(bench.calls).doesNotContain(FROM_THE_MARKS);

    poll();
    assertThat(bench.calls).contains(FROM_THE_MARKS);
  }

  @Test
  void anOlderIdThatIsSignalledSendsItBackToTheStartOfThatPartition() {
    awaitSettledRows();

    bench.commit(5, 1);

    assertThat(bench.calls).containsExactly("heads [1]");
    bench.deliver(Status.PUBLISHED);
    assertThat(bench.waiting).isEmpty();
  }

  @Test
  void aNewerIdDoesNot() {
    awaitSettledRows();

    bench.commit(12, 1);

    assertThat(bench.calls).containsExactly("heads [1 from 9]");
  }

  @Test
  void anUnblockSendsItBackBeforeALaterEventOfThatOrderIsPublished() {
    bench.blocked.add("K5");
    bench.waiting.put(5L, ofOrder5(5));
    awaitSettledRows();
    bench.waiting.put(12L, ofOrder5(12));

    bench.blocked.remove("K5");
    poll();
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.calls).containsSubsequence(FROM_THE_MARKS, FROM_THE_START, "send [5, 12]");
    assertThat(bench.calls).doesNotContain("send [12]");
  }

  @Test
  void takingOverSendsItBack() {
    awaitSettledRows();

    bench.epoch++;
    bench.pass(RelayBench.SETTINGS.lease());
    poll();

    assertThat(bench.calls).contains(FROM_THE_START);
  }

  @Test
  void whatShouldNotBeBelowTheMarkIsFoundAllTheSame() {
    awaitSettledRows();
    bench.waits(5, 1);

    for (int i = 0; i < 20 && bench.sends.isEmpty(); i++) {
      bench.pass(Duration.ofSeconds(5));
      poll();
    }
    bench.deliver(Status.PUBLISHED);

    assertThat(bench.waiting).isEmpty();
    assertThat(bench.calls).contains("heads [1 to 8]");
  }

  @Test
  void aLogThatLacksWhatWasSeenSendsItBack() {
    awaitSettledRows();
    bench.newest = 3;

    poll();

    assertThat(bench.calls).containsSubsequence(FROM_THE_MARKS, FROM_THE_START);
  }

  @Test
  void afterTroubleTheMarksStayButRiseOnlyAfterAnotherLongestTransaction() {
    awaitSettledRows();
    bench.failingReads = 1;
    poll();
    bench.commit(20, 0);
    bench.pass(RelayBench.SETTINGS.backoffMax());
    bench.runOnce();
    bench.deliver(Status.PUBLISHED);
    bench.calls.clear();

    bench.pass(LONGEST.dividedBy(2));
    poll();
    assertThat(bench.calls).contains(FROM_THE_MARKS);

    bench.pass(LONGEST);
    poll();
    poll();
    assertThat(bench.calls).contains("heads [0 from 20, 1 from 20]");
  }

  @Test
  void aReadThatFailedIsNotRepeatedAsItWas() {
    awaitSettledRows();
    bench.newest = 1_000_000;
    poll();
    bench.calls.clear();

    bench.failingReads = 1;
    poll();
    bench.pass(RelayBench.SETTINGS.backoffMax());
    bench.runOnce();
    bench.runOnce();

    assertThat(bench.calls)
        .containsSubsequence(
            FROM_THE_MARKS,
            "heads [0 from 9 to 100008, 1 from 9 to 100008]",
            "heads [0 from 100009 to 300008, 1 from 100009 to 300008]");
    assertThat(bench.relay.untilNextDuty()).as("there is more to read").isZero();
  }

  private void awaitSettledRows() {
    bench.pass(LONGEST.plusNanos(1));
    poll();
    poll();
    bench.calls.clear();
  }

  private void poll() {
    bench.pass(RelayBench.SETTINGS.pollMax());
    bench.runOnce();
  }

  private static PendingEvent ofOrder5(long row) {
    PendingEvent event = RelayBench.event(row, 1);
    return new PendingEvent(
        row, 1, event.eventId(), "K5", "TAG", "{}", event.headers(), event.at());
  }
}
