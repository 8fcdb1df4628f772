package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.callback.CallbackResult;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.PaymentOutcome.Applied;
import com.yuge.payment.domain.order.TimelineCursor;
import com.yuge.payment.domain.order.TimelineEntry;
import com.yuge.payment.domain.order.TimelineEntry.Kind;
import com.yuge.payment.domain.order.Timelines;
import com.yuge.payment.domain.order.Timelines.Records;
import com.yuge.payment.domain.order.Timelines.TimelineRow;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every adapter of {@link Timelines} holds to. */
public abstract class TimelinesContract {
  protected abstract Timelines timelines();

  protected abstract CallbackLog log();

  protected abstract AuditTrail audit();

  protected abstract Outbox outbox();

  protected abstract Transactions transactions();

  private final PayOrder order = aPayOrder();

  @Test
  void everyCallbackIsFound() {
    callback("SUCCESS", CallbackResult.PROCESSED, "APPLIED", NOW);
    callback(null, CallbackResult.FAILED, "MALFORMED", LATER);

    assertThat(entries(10))
        .containsExactlyInAnyOrder(
            new TimelineEntry(NOW, Kind.CALLBACK, "SUCCESS", "PROCESSED", "APPLIED"),
            new TimelineEntry(LATER, Kind.CALLBACK, "UNREADABLE", "FAILED", "MALFORMED"));
  }

  @Test
  void howOftenACallbackWasRepeatedIsTold() {
    CallbackId id = new CallbackId(aNonce());
    callback(id, "SUCCESS", CallbackResult.PROCESSED, "APPLIED", NOW);

    for (int i = 0; i < 3; i++) {
      assertThat(transactions().<Long>call(() -> log().countRepeat(TestChannels.MOCK, id)))
          .isPositive();
    }

    assertThat(entries(10))
        .containsExactly(
            new TimelineEntry(
                NOW, Kind.CALLBACK, "SUCCESS", "PROCESSED", "APPLIED, repeated 3 times"));
  }

  @Test
  void everyAuditEntryIsFound() {
    entry(order.payNo(), "UNPAID", "nobody has paid");

    assertThat(entries(10))
        .containsExactly(
            new TimelineEntry(
                NOW, Kind.STEP, "QUERY", "UNPAID", "PAYING -> PAYING, nobody has paid"));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfStepIsFoundUnderItsName(Action action) {
    entry(action, order.payNo(), "CONTRADICTED", "R-1 10.00 CNY");

    assertThat(entries(10))
        .containsExactly(
            new TimelineEntry(
                NOW, Kind.STEP, action.name(), "CONTRADICTED", "PAYING -> PAYING, R-1 10.00 CNY"));
  }

  @Test
  void everyEventIsFoundAndWhetherItWaits() {
    Applied paid = (Applied) apply(order, success(order, "T1"), LATER);
    transactions().run(() -> outbox().append(paid.event()));

    assertThat(entries(10))
        .containsExactly(
            new TimelineEntry(
                LATER, Kind.EVENT, "PAYMENT_SUCCEEDED", "WAITING", paid.event().eventId().value()));
  }

  @Test
  void anotherOrdersEntriesAreNotFound() {
    entry(aPayNo(), "UNPAID", "");

    assertThat(entries(10)).isEmpty();
  }

  @Test
  void noMoreIsToldThanIsAskedFor() {
    for (int i = 0; i < 5; i++) {
      entry(order.payNo(), "UNPAID", "check " + i);
    }

    assertThat(entries(3))
        .extracting(TimelineEntry::detail)
        .containsExactly(
            "PAYING -> PAYING, check 4", "PAYING -> PAYING, check 3", "PAYING -> PAYING, check 2");
  }

  @Test
  void whatIsOlderIsToldFromWhereTheLastPartEnded() {
    for (int i = 0; i < 5; i++) {
      entry(order.payNo(), "UNPAID", "check " + i);
    }
    callback("SUCCESS", CallbackResult.PROCESSED, "APPLIED", NOW);
    List<TimelineRow> newest = timelines().before(order.payNo(), TimelineCursor.NEWEST, 2).audits();
    long last = newest.get(1).number();
    entry(order.payNo(), "UNPAID", "check 5");

    Records older = timelines().before(order.payNo(), new TimelineCursor(1, last, 1), 2);

    assertThat(older.audits())
        .flatExtracting(TimelineRow::entries)
        .extracting(TimelineEntry::detail)
        .containsExactly("PAYING -> PAYING, check 2", "PAYING -> PAYING, check 1");
    assertThat(older.callbacks()).isEmpty();
    assertThat(older.events()).isEmpty();
  }

  @Test
  void whatAnOperatorAskedForIsNoQuestionToTheChannel() {
    entry(order.payNo(), AuditEntry.REQUESTED, "by li: the payer calls");

    assertThat(entries(10)).extracting(TimelineEntry::what).containsExactly("REQUEST");
  }

  /** Newest first in each record. */
  protected List<TimelineEntry> entries(int limit) {
    return entries(order, limit);
  }

  protected List<TimelineEntry> entries(PayOrder of, int limit) {
    Records records = timelines().before(of.payNo(), TimelineCursor.NEWEST, limit);
    return Stream.of(records.callbacks(), records.audits(), records.events())
        .flatMap(List::stream)
        .flatMap(entry -> entry.entries().stream())
        .toList();
  }

  private void callback(@Nullable String said, CallbackResult result, String reason, Instant at) {
    callback(null, said, result, reason, at);
  }

  private void callback(
      @Nullable CallbackId id,
      @Nullable String said,
      CallbackResult result,
      String reason,
      Instant at) {
    transactions()
        .run(
            () ->
                log()
                    .add(
                        new CallbackRecord(
                            TestChannels.MOCK,
                            order.payNo(),
                            id,
                            said,
                            "{}",
                            true,
                            result,
                            reason,
                            at)));
  }

  private void entry(PayNo payNo, String result, String detail) {
    entry(Action.QUERY, payNo, result, detail);
  }

  private void entry(Action action, PayNo payNo, String result, String detail) {
    transactions()
        .run(
            () ->
                audit()
                    .record(
                        new AuditEntry(
                            payNo,
                            action,
                            PayStatus.PAYING,
                            PayStatus.PAYING,
                            result,
                            detail,
                            NOW)));
  }
}
