package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NO_PAYMENTS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.contracts.TimelinesContract;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.PaymentOutcome.Applied;
import com.yuge.payment.domain.order.TimelineEntry;
import com.yuge.payment.domain.order.TimelineEntry.Kind;
import com.yuge.payment.domain.order.Timelines;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.shared.Transactions;
import java.util.List;
import org.junit.jupiter.api.Test;

class JdbcTimelinesTest extends TimelinesContract {
  @Override
  protected Timelines timelines() {
    return new JdbcTimelines(TestDatabase.jdbc());
  }

  @Override
  protected CallbackLog log() {
    return new JdbcCallbackLog(TestDatabase.jdbc());
  }

  @Override
  protected AuditTrail audit() {
    return new JdbcAuditTrail(TestDatabase.jdbc(), TestDatabase.transactions());
  }

  @Override
  protected Outbox outbox() {
    return OutboxTables.outbox((partition, row) -> {});
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }

  @Test
  void whenAnEventWasPublishedIsTold() {
    OutboxTables.clear();
    PayOrder order = paid();
    Lease lease = OutboxTables.lease("a");
    PendingEvent event = OutboxTables.pendingEvents().heads(List.of(lease.partition()), 1).get(0);

    assertThat(OutboxTables.pendingEvents().ack("a", lease, List.of(event.rowId()))).isTrue();

    assertThat(entries(order, 10))
        .extracting(
            TimelineEntry::kind, TimelineEntry::what, TimelineEntry::result, TimelineEntry::detail)
        .containsExactly(
            tuple(Kind.EVENT, "PAYMENT_SUCCEEDED", "PUBLISHED", event.eventId()),
            tuple(Kind.PUBLISHED, "PAYMENT_SUCCEEDED", "ACKNOWLEDGED", event.eventId()));
  }

  @Test
  void anEventThatAnOperatorTookOffTheListWasSkipped() {
    PayOrder order = paid();

    OutboxTables.publishAll();

    assertThat(entries(order, 10)).extracting(TimelineEntry::result).containsExactly("SKIPPED");
  }

  /** An earlier version recorded what it did not ask. */
  @Test
  void aQuestionThatWasNotAskedIsNotFound() {
    PayOrder order = aPayOrder();
    TestDatabase.transactions()
        .run(
            () ->
                audit()
                    .record(
                        new AuditEntry(
                            order.payNo(),
                            Action.QUERY,
                            PayStatus.PAYING,
                            PayStatus.PAYING,
                            "UNKNOWN",
                            "NOT_ASKED: it failed too often just before",
                            LATER)));

    assertThat(entries(order, 10)).isEmpty();
  }

  private static PayOrder paid() {
    PayOrder order = aPayOrder();
    Applied paid = (Applied) order.apply(success(order, "T1"), NO_PAYMENTS, LATER);
    TestDatabase.transactions()
        .run(() -> OutboxTables.outbox((partition, row) -> {}).append(paid.event()));
    return order;
  }
}
