package com.yuge.payment.out.jdbc;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.contracts.Race;
import com.yuge.payment.domain.outbox.operations.EventLog;
import com.yuge.payment.domain.outbox.operations.TrimEventLog;
import com.yuge.payment.domain.shared.EventId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trimming the real log. Its events happened when the order book says, which is long ago. */
class JdbcEventLogTest {
  private static final Duration WEEK = Duration.ofDays(7);

  private final EventLog log = OutboxTables.eventLog();

  @BeforeEach
  void nothingIsLogged() {
    OutboxTables.clear();
  }

  @Test
  void whatIsOldAndPublishedIsRemovedChunkByChunk() {
    append(25);
    OutboxTables.publishAll();
    OutboxTables.age(Duration.ofDays(8));
    TrimEventLog trim = new TrimEventLog(log, WEEK, 10);

    assertThat(trim.trim()).isTrue();
    assertThat(OutboxTables.logged()).isEqualTo(15);
    assertThat(trim.trim()).isTrue();
    assertThat(trim.trim()).isFalse();
    assertThat(OutboxTables.logged()).isZero();
  }

  @Test
  void whenTheyWerePublishedIsForgottenWithTheLastOfThem() {
    append(25);
    OutboxTables.ackAll();
    assertThat(OutboxTables.published()).isEqualTo(25);
    OutboxTables.age(Duration.ofDays(8));
    TrimEventLog trim = new TrimEventLog(log, WEEK, 24);

    assertThat(trim.trim()).isTrue();
    assertThat(OutboxTables.published()).isPositive();
    assertThat(trim.trim()).isFalse();
    assertThat(OutboxTables.published()).isZero();
  }

  @Test
  void whatIsYoungStays() {
    append(5);
    OutboxTables.publishAll();
    OutboxTables.age(Duration.ofDays(6));

    assertThat(new TrimEventLog(log, WEEK, 10).trim()).isFalse();

    assertThat(OutboxTables.logged()).isEqualTo(5);
  }

  /** By a clock that was wrong, say; it would hold back all later ones until it is old itself. */
  @Test
  void oneEventDatedIntoTheFutureHoldsBackOnlyItself() {
    EventId misdated = misdatedAmong25Old(OutboxTables::publishAll);
    TrimEventLog trim = new TrimEventLog(log, WEEK, 10);

    assertThat(trim.trim()).isTrue();
    assertThat(trim.trim()).isTrue();
    assertThat(trim.trim()).isFalse();

    assertThat(OutboxTables.logged()).isOne();
    assertThat(OutboxTables.isLogged(misdated)).isTrue();
  }

  @Test
  void whenAnEventWasPublishedIsKnownAsLongAsItIsLogged() {
    EventId misdated = misdatedAmong25Old(OutboxTables::ackAll);
    TrimEventLog trim = new TrimEventLog(log, WEEK, 10);

    trimAll(trim);
    assertThat(OutboxTables.logged()).isOne();
    assertThat(OutboxTables.publishedAt(misdated)).isPresent();

    append(1);
    OutboxTables.ackAll();
    OutboxTables.age(Duration.ofDays(8));
    trimAll(trim);
    assertThat(OutboxTables.logged()).isZero();
    assertThat(OutboxTables.published()).isZero();
  }

  @Test
  void whatIsStillToBePublishedOnceOrAgainStaysHoweverOld() {
    append(5);
    OutboxTables.publishAll();
    OutboxTables.replayAll();
    append(5);
    EventId gone = append(1);
    OutboxTables.publish(gone);
    OutboxTables.age(Duration.ofDays(8));

    assertThat(new TrimEventLog(log, WEEK, 4).trim()).isTrue();
    assertThat(new TrimEventLog(log, WEEK, 100).trim()).isFalse();

    assertThat(OutboxTables.logged()).isEqualTo(10);
    assertThat(OutboxTables.isLogged(gone)).isFalse();
  }

  @Test
  void keptEventsArePassedOverOnceARound() {
    append(10);
    OutboxTables.age(Duration.ofDays(8));
    TrimEventLog trim = new TrimEventLog(log, WEEK, 5);

    assertThat(trim.trim()).isTrue();
    assertThat(trim.trim()).isTrue();
    assertThat(trim.trim()).isFalse();
    OutboxTables.publishAll();
    assertThat(trim.trim()).isTrue();

    assertThat(OutboxTables.logged()).isEqualTo(5);
  }

  /** Whoever locks the event first: it is replayed and stays, or it is gone and not replayed. */
  @Test
  void aReplayThatIsBeingAskedForKeepsItsEvent() {
    EventId event = append(1);
    OutboxTables.publishAll();
    OutboxTables.age(Duration.ofDays(8));
    JdbcReplayRequests requests = new JdbcReplayRequests(TestDatabase.jdbc());

    CompletableFuture<EventLog.Trimmed> trimmed =
        TestDatabase.transactions()
            .call(
                () -> {
                  assertThat(requests.add(event)).isOne();
                  CompletableFuture<EventLog.Trimmed> trimming =
                      CompletableFuture.supplyAsync(() -> log.trim(0, WEEK, 10));
                  LockWaits.await("t_outbox_event");
                  return trimming;
                });

    assertThat(Race.answerOf(trimmed).removed()).isZero();
    assertThat(OutboxTables.isLogged(event)).isTrue();
  }

  private static EventId misdatedAmong25Old(Runnable publish) {
    append(7);
    EventId misdated = append(1);
    append(17);
    publish.run();
    OutboxTables.age(Duration.ofDays(8));
    OutboxTables.moveInTime(misdated, Duration.ofDays(38));
    return misdated;
  }

  private static void trimAll(TrimEventLog trim) {
    boolean more = true;
    while (more) {
      more = trim.trim();
    }
  }

  private static EventId append(int count) {
    return range(0, count)
        .mapToObj(i -> new EventId(OutboxTables.append((partition, row) -> {})))
        .reduce((before, last) -> last)
        .orElseThrow();
  }
}
