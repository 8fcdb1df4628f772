package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.settle;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.callback.CallbackResult;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.AuditTrail;
import com.yuge.payment.domain.order.OrderHistory;
import com.yuge.payment.domain.order.OrderHistory.Entry;
import com.yuge.payment.domain.order.OrderHistory.Records;
import com.yuge.payment.domain.order.Outbox;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.Settlement.Applied;
import com.yuge.payment.domain.order.Step;
import com.yuge.payment.domain.order.Step.Kind;
import com.yuge.payment.domain.order.TimelineCursor;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link OrderHistory} holds to. */
public abstract class OrderHistoryContract {
  protected abstract OrderHistory history();

  protected abstract CallbackLog log();

  protected abstract AuditTrail audit();

  protected abstract Outbox outbox();

  protected abstract Transactions transactions();

  private final PayOrder order = aPayOrder();

  @Test
  void everyCallbackIsTold() {
    callback("SUCCESS", CallbackResult.PROCESSED, "APPLIED", NOW);
    callback(null, CallbackResult.FAILED, "MALFORMED", LATER);

    assertThat(told(10))
        .containsExactlyInAnyOrder(
            new Step(NOW, Kind.CALLBACK, "SUCCESS", "PROCESSED", "APPLIED"),
            new Step(LATER, Kind.CALLBACK, "UNREADABLE", "FAILED", "MALFORMED"));
  }

  @Test
  void howOftenACallbackWasRepeatedIsTold() {
    CallbackId id = new CallbackId(aNonce());
    callback(id, "SUCCESS", CallbackResult.PROCESSED, "APPLIED", NOW);

    for (int i = 0; i < 3; i++) {
      assertThat(transactions().<Long>call(() -> log().countRepeat(PayChannel.MOCK, id)))
          .isPositive();
    }

    assertThat(told(10))
        .containsExactly(
            new Step(NOW, Kind.CALLBACK, "SUCCESS", "PROCESSED", "APPLIED, repeated 3 times"));
  }

  @Test
  void everyStepIsTold() {
    step(order.payNo(), "UNPAID", "nobody has paid");

    assertThat(told(10))
        .containsExactly(
            new Step(NOW, Kind.STEP, "QUERY", "UNPAID", "PAYING -> PAYING, nobody has paid"));
  }

  @Test
  void everyEventIsToldAndWhetherItWaits() {
    Applied paid = (Applied) settle(order, success(order, "T1"), LATER);
    transactions().run(() -> outbox().append(paid.event()));

    assertThat(told(10))
        .containsExactly(
            new Step(
                LATER, Kind.EVENT, "PAYMENT_SUCCEEDED", "WAITING", paid.event().eventId().value()));
  }

  @Test
  void anotherOrdersStepsAreNotTold() {
    step(aPayNo(), "UNPAID", "");

    assertThat(told(10)).isEmpty();
  }

  @Test
  void noMoreIsToldThanIsAskedFor() {
    for (int i = 0; i < 5; i++) {
      step(order.payNo(), "UNPAID", "look " + i);
    }

    assertThat(told(3))
        .extracting(Step::detail)
        .containsExactly(
            "PAYING -> PAYING, look 4", "PAYING -> PAYING, look 3", "PAYING -> PAYING, look 2");
  }

  @Test
  void whatIsOlderIsToldFromWhereTheLastPartEnded() {
    for (int i = 0; i < 5; i++) {
      step(order.payNo(), "UNPAID", "look " + i);
    }
    callback("SUCCESS", CallbackResult.PROCESSED, "APPLIED", NOW);
    List<Entry> newest = history().before(order.payNo(), TimelineCursor.NEWEST, 2).steps();
    long last = newest.get(1).number();
    step(order.payNo(), "UNPAID", "look 5");

    Records older = history().before(order.payNo(), new TimelineCursor(1, last, 1), 2);

    assertThat(older.steps())
        .flatExtracting(Entry::told)
        .extracting(Step::detail)
        .containsExactly("PAYING -> PAYING, look 2", "PAYING -> PAYING, look 1");
    assertThat(older.callbacks()).isEmpty();
    assertThat(older.events()).isEmpty();
  }

  @Test
  void whatAnOperatorAskedForIsNoQuestionToTheChannel() {
    step(order.payNo(), AuditEntry.REQUESTED, "by li: the payer calls");

    assertThat(told(10)).extracting(Step::what).containsExactly("REQUEST");
  }

  /** Newest first in each record. */
  protected List<Step> told(int limit) {
    return told(order, limit);
  }

  protected List<Step> told(PayOrder of, int limit) {
    Records records = history().before(of.payNo(), TimelineCursor.NEWEST, limit);
    return Stream.of(records.callbacks(), records.steps(), records.events())
        .flatMap(List::stream)
        .flatMap(entry -> entry.told().stream())
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
                            PayChannel.MOCK,
                            order.payNo(),
                            id,
                            said,
                            "{}",
                            true,
                            result,
                            reason,
                            at)));
  }

  private void step(PayNo payNo, String result, String detail) {
    transactions()
        .run(
            () ->
                audit()
                    .record(
                        new AuditEntry(
                            payNo,
                            Action.QUERY,
                            PayStatus.PAYING,
                            PayStatus.PAYING,
                            result,
                            detail,
                            NOW)));
  }
}
