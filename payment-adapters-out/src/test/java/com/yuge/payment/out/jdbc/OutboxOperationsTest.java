package com.yuge.payment.out.jdbc;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.outbox.operations.BlockedAggregate;
import com.yuge.payment.domain.outbox.operations.InspectOutbox;
import com.yuge.payment.domain.outbox.operations.OperateOutbox;
import com.yuge.payment.domain.outbox.operations.OutboxState;
import com.yuge.payment.domain.outbox.operations.WaitingEvent;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees and does, on the real tables. */
class OutboxOperationsTest {
  private static final OperatorReason REASON =
      new OperatorReason("li@shop", "the broker was misconfigured");
  private static final List<Integer> ALL = range(0, 16).boxed().toList();

  private final InspectOutbox inspect = OutboxOperators.inspect();
  private final OperateOutbox operate = OutboxOperators.operate();

  @BeforeEach
  void nothingWaits() {
    OutboxTables.clear();
    OutboxTables.forgetOperatorAudit();
  }

  @Test
  void anEmptyOutboxSaysSo() {
    OutboxState state = inspect.state();

    assertThat(state.pending()).isZero();
    assertThat(state.oldest()).isEmpty();
    assertThat(state.blocked()).isZero();
    assertThat(state.replays()).isZero();
    assertThat(state.paused()).isFalse();
    assertThat(state.owners()).isEmpty();
  }

  @Test
  void theStateCountsUpToItsLimit() {
    range(0, 12).forEach(i -> OutboxTables.append((partition, row) -> {}));
    assertThat(OutboxTables.leases().renew("a", Duration.ofMinutes(1)).held()).hasSize(16);

    OutboxState state = inspect.state();

    assertThat(state.pending()).isEqualTo(10);
    assertThat(state.oldest()).contains(oldest());
    assertThat(state.owners()).containsOnly(Map.entry("a", 16));
  }

  @Test
  void aBlockedOrderIsSeenWithItsEventsAndUnblocked() {
    EventId event = new EventId(OutboxTables.append((partition, row) -> {}));
    AggregateKey key = key(event);
    OutboxTables.block(key.value());

    assertThat(inspect.blocked("", 10))
        .extracting(BlockedAggregate::key)
        .containsExactly(key.value());
    assertThat(inspect.blocked(key.value(), 10)).isEmpty();
    assertThat(inspect.waiting(key))
        .extracting(WaitingEvent::eventId)
        .containsExactly(event.value());
    assertThat(inspect.state().oldest()).isEmpty();
    assertThat(OutboxTables.pendingEvents().heads(ALL, 10)).isEmpty();

    assertThat(operate.unblock(key, REASON)).isTrue();
    assertThat(operate.unblock(key, REASON)).isFalse();

    assertThat(OutboxTables.pendingEvents().heads(ALL, 10)).hasSize(1);
    assertThat(OutboxTables.audit())
        .containsExactly("li@shop UNBLOCK " + key + " 1 the broker was misconfigured");
  }

  @Test
  void aSkippedEventIsNoLongerPublishedButStaysInTheLog() {
    EventId event = new EventId(OutboxTables.append((partition, row) -> {}));

    assertThat(operate.skip(event, REASON)).isTrue();
    assertThat(operate.skip(event, REASON)).isFalse();
    assertThat(operate.skip(new EventId(key(event) + "-99"), REASON)).isFalse();

    assertThat(OutboxTables.pending()).isZero();
    assertThat(OutboxTables.logged()).isOne();
    assertThat(OutboxTables.audit()).hasSize(1);
  }

  @Test
  void aPauseLastsUntilItIsEnded() {
    assertThat(operate.pause(REASON)).isTrue();
    assertThat(operate.pause(REASON)).isFalse();
    assertThat(inspect.state().paused()).isTrue();

    assertThat(operate.resume(REASON)).isTrue();
    assertThat(operate.resume(REASON)).isFalse();
    assertThat(inspect.state().paused()).isFalse();
    assertThat(OutboxTables.audit()).hasSize(2);
  }

  @Test
  void whoDoesNotSayWhoAndWhyIsRefused() {
    assertThatThrownBy(() -> new OperatorReason("", "why"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("by");
    assertThatThrownBy(() -> new OperatorReason("li", " "))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("reason");
  }

  private static AggregateKey key(EventId event) {
    return new AggregateKey(event.value().substring(0, 32));
  }

  private static Instant oldest() {
    return OutboxTables.pendingEvents().heads(ALL, 100).stream()
        .map(PendingEvent::at)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
