package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.outbox.operations.ReplayEvents;
import com.yuge.payment.domain.outbox.operations.ReplayEvents.Replayed;
import com.yuge.payment.domain.outbox.operations.ReplayRange;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking for events to be published again, on the real tables. */
class ReplayRequestsTest {
  private static final OperatorReason REASON =
      new OperatorReason("li", "the consumer lost its store");
  private static final String SUCCEEDED = "PAYMENT_SUCCEEDED";
  private static final ReplayRange THEN =
      new ReplayRange(SUCCEEDED, LATER.minusSeconds(60), LATER.plusSeconds(60));

  private final ReplayEvents replay = OutboxOperators.replay();

  @BeforeEach
  void nothingWaits() {
    OutboxTables.clear();
    OutboxTables.forgetOperatorAudit();
  }

  @Test
  void anOrdersEventsAreAskedForOnceAndRecorded() {
    AggregateKey key = new AggregateKey(published().value().substring(0, 32));
    EventId unused = published();

    assertThat(replay.ofAggregate(key, REASON)).isEqualTo(new Replayed(1, 0));
    assertThat(replay.ofAggregate(key, REASON)).isEqualTo(new Replayed(0, 0));

    assertThat(OutboxTables.replays()).isOne();
    assertThat(OutboxTables.audit())
        .contains("li REPLAY " + key + " 1 the consumer lost its store");
  }

  @Test
  void oneEventIsFoundByItsId() {
    EventId event = published();

    assertThat(replay.ofEvent(event, REASON).events()).isOne();
    assertThat(replay.ofEvent(new EventId(event + "9"), REASON).events()).isZero();
  }

  @Test
  void whatIsStillToBePublishedIsNotAskedFor() {
    EventId waiting = new EventId(OutboxTables.append((partition, row) -> {}));

    assertThat(replay.ofEvent(waiting, REASON).events()).isZero();
    assertThat(replay.ofRange(THEN, 0, REASON).events()).isZero();

    assertThat(OutboxTables.replays()).isZero();
  }

  @Test
  void aRangeIsOfOneTagAndOneTime() {
    List<EventId> inside = range(0, 5).mapToObj(i -> published()).toList();
    OutboxTables.moveInTime(inside.get(0), Duration.ofMinutes(-1));
    OutboxTables.moveInTime(inside.get(1), Duration.ofSeconds(-61));
    OutboxTables.moveInTime(inside.get(2), Duration.ofMinutes(1));

    assertThat(replay.ofRange(new ReplayRange("OTHER", THEN.from(), THEN.to()), 0, REASON).events())
        .isZero();
    assertThat(replay.ofRange(THEN, 0, REASON)).isEqualTo(new Replayed(3, 0));
    assertThat(replay.ofRange(THEN, 0, REASON)).isEqualTo(new Replayed(0, 0));
  }

  /** Among many events of other times, before and after, with rows missing between them. */
  @Test
  void aRangeIsFoundInALongLog() {
    ManyRows.add();
    try {
      OutboxTables.spreadOverTime(LATER.minus(Duration.ofDays(1)), Duration.ofSeconds(10));
      ReplayRange hour = new ReplayRange("MANY", LATER, LATER.plus(Duration.ofHours(1)));

      assertThat(replay.ofRange(hour, 0, REASON)).isEqualTo(new Replayed(360, 0));
    } finally {
      ManyRows.remove();
    }
  }

  @Test
  void aRangeHasAnEndAndAGrammar() {
    assertThatThrownBy(() -> new ReplayRange(SUCCEEDED, LATER, LATER))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new ReplayRange(SUCCEEDED, LATER, LATER.plus(Duration.ofDays(32))))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new ReplayRange("success", LATER, LATER.plusSeconds(1)))
        .isInstanceOf(InvalidValue.class);
  }

  private static EventId published() {
    EventId event = new EventId(OutboxTables.append((partition, row) -> {}));
    OutboxTables.publishAll();
    return event;
  }
}
