package com.yuge.payment.domain.statement;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.closed;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.statement.StatementWorld.DAY;
import static com.yuge.payment.domain.statement.StatementWorld.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.statement.CheckDiscrepancy.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line causes a query, and the query's answer settles; a line never does. */
class CheckDiscrepancyTest {
  private static final String REFUND = "REF" + "0".repeat(29);

  private final StatementWorld world = new StatementWorld();
  private final CheckDiscrepancy check = world.useCases.check();

  @ParameterizedTest
  @CsvSource({"INIT, SETTLED", "PAYING, SETTLED", "FAILED, LATE", "CLOSED, LATE"})
  void aPaymentThatWasNotHeardOfIsFoundByAQuery(PayStatus status, PaidTrade.Kind kind) {
    PayOrder order = world.payments.given(aPayOrder(status));
    isListed(world.books.line(1, order, "T2"));
    assertThat(world.found()).containsExactly("SHORT_STATUS T2");
    assertThat(world.payments.now(order)).as("no line changes an order").isEqualTo(order);
    paidAtTheChannel(order);

    assertThat(checked()).containsExactly(Outcome.RESOLVED);

    assertThat(world.store.trades()).extracting(PaidTrade::kind).containsExactly(kind);
    assertThat(world.found()).containsExactly("SHORT_STATUS T2 QUERY");
    assertThat(world.store.audits())
        .filteredOn(step -> step.result().equals(AuditEntry.REQUESTED))
        .singleElement()
        .returns("by statements: SHORT_STATUS T2", AuditEntry::detail);
  }

  private void isListed(StatementLine... lines) {
    world.writes(DAY, lines);
    world.work();
    world.morningAfter(1);
  }

  private void paidAtTheChannel(PayOrder order) {
    world.payments.channel.answersQueries(new QueryAnswer.Decided(success(order, "T2", PRICE)));
  }

  private List<Outcome> checked() {
    return check.claim(9).stream().map(check::handle).toList();
  }

  @Test
  void aRefundThatWasNotHeardOfIsFoundByAQuery() {
    PayOrder order = world.books.paid("T1");
    Refund refund = world.books.refund(order, "T1", REFUND, null);
    isListed(world.books.line(1, order, "T1"), world.books.refundLine(2, order, "T1", REFUND));
    assertThat(world.found()).containsExactly("REFUND_STATUS " + REFUND);

    assertThat(checked()).containsExactly(Outcome.RESOLVED);

    assertThat(world.payments.refunds.find(refund.refundNo()).orElseThrow().status())
        .isEqualTo(RefundStatus.SUCCESS);
    assertThat(world.found()).containsExactly("REFUND_STATUS " + REFUND + " QUERY");
  }

  @Test
  void aQueryThatSettlesNothingIsRepeatedLessAndLessOftenAndThenLeft() {
    PayOrder order = world.payments.given(closed(aPayOrder()));
    isListed(world.books.line(1, order, "T2"));

    assertThat(checked()).containsExactly(Outcome.DIFFERS);
    assertThat(checked()).isEmpty();
    world.clock.advance(Duration.ofMinutes(60));
    assertThat(checked()).containsExactly(Outcome.DIFFERS);
    world.clock.advance(Duration.ofMinutes(119));
    assertThat(checked()).isEmpty();
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(checked()).containsExactly(Outcome.LEFT);
    world.clock.advance(Duration.ofDays(30));
    assertThat(checked()).isEmpty();

    assertThat(world.payments.channel.asked()).hasSize(3);
    assertThat(world.the(DiscrepancyType.SHORT_STATUS))
        .returns(3, Discrepancy::queries)
        .returns(Discrepancy.State.OPEN, Discrepancy::state);
  }

  @Test
  void aQueryCountsBeforeItIsMade() {
    PayOrder order = world.payments.given(closed(aPayOrder()));
    isListed(world.books.line(1, order, "T2"));
    world.payments.channel.beforeAnswer(
        () -> {
          assertThat(world.the(DiscrepancyType.SHORT_STATUS).queries()).isPositive();
          throw new UnsupportedOperationException("a bug");
        });

    for (int made = 1; made <= 3; made++) {
      assertThatThrownBy(this::checked).hasMessage("a bug");
      assertThat(world.the(DiscrepancyType.SHORT_STATUS).queries()).isEqualTo(made);
      world.clock.advance(Duration.ofDays(1));
    }
    assertThat(checked()).isEmpty();
  }

  @Test
  void whatAnOperatorOpensAgainIsAskedAgain() {
    PayOrder order = world.payments.given(closed(aPayOrder()));
    isListed(world.books.line(1, order, "T2"));
    long id = world.the(DiscrepancyType.SHORT_STATUS).id();
    assertThat(checked()).hasSize(1);
    assertThat(world.operate.resolve(id, Resolution.ACCEPTED, REASON)).isTrue();
    assertThat(checked()).isEmpty();

    assertThat(world.operate.reopen(id, REASON)).isTrue();
    paidAtTheChannel(order);

    assertThat(checked()).containsExactly(Outcome.RESOLVED);
    assertThat(world.ports.discrepancies().changes(id))
        .extracting(DiscrepancyChange::resolution)
        .containsExactly(Resolution.ACCEPTED, null, Resolution.QUERY);
  }

  /** Only a later file shows that it is right. */
  @Test
  void whatNoStatementListsIsAskedForButNotResolvedByAnAnswer() {
    PayOrder order = world.books.paid("T2");
    isListed();
    world.morningAfter(2);
    world.dayAfter(3);
    assertThat(world.found()).containsExactly("BANK_MISS T2");
    paidAtTheChannel(order);

    assertThat(checked()).containsExactly(Outcome.DIFFERS);

    assertThat(world.payments.channel.asked()).hasSize(1);
    assertThat(world.found()).containsExactly("BANK_MISS T2");
  }

  @Test
  void anAmountThatTheAnswerConfirmsStaysDifferent() {
    PayOrder order = world.books.paid("T2");
    isListed(world.books.line(1, order, "T2", "99.98"));
    paidAtTheChannel(order);

    assertThat(checked()).containsExactly(Outcome.DIFFERS);
    assertThat(world.found()).containsExactly("OVER_CASH T2");
  }

  @Test
  void anAmountThatTheAnswerCorrectsIsResolved() {
    PayOrder open = world.payments.given(PayOrderBook.paying(aPayOrder()));
    var unused =
        world.payments.apply.handle(success(open, "T2"), AuditEntry.Action.NOTIFY).orElseThrow();
    isListed(world.books.line(1, open, "T2", "99.98"));
    assertThat(world.found()).containsExactly("OVER_CASH T2");
    world.payments.channel.answersQueries(
        new QueryAnswer.Decided(success(open, "T2", yuan("99.98"))));

    assertThat(checked()).containsExactly(Outcome.RESOLVED);
    assertThat(world.found()).containsExactly("OVER_CASH T2 QUERY");
  }

  /** The line of that number is another one by now. */
  @Test
  void aFileThatWasFetchedAgainProvesNothingOfAnotherLine() {
    PayOrder order = world.payments.given(closed(aPayOrder()));
    PayOrder paid = world.books.paid("T1");
    isListed(world.books.line(1, order, "T2"));
    world.writes(DAY, world.books.line(1, paid, "T1"));
    assertThat(world.operate.fetchAgain(world.of(DAY).id(), REASON)).isPresent();
    world.work();

    assertThat(checked()).containsExactly(Outcome.DIFFERS);

    assertThat(world.the(DiscrepancyType.SHORT_STATUS).resolved()).isNull();
  }

  @Test
  void whatNoAnswerCanSettleIsNotAsked() {
    PayOrder order = world.books.paid("T1");
    isListed(world.books.line(1, order, "T1"), world.books.line(2, order, "T1"));
    assertThat(world.found()).containsExactly("DUPLICATE_LINE T1");

    assertThat(checked()).isEmpty();
  }
}
