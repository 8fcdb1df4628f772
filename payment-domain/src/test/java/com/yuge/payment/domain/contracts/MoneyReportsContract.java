package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE_IN_DOLLARS;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.order.MoneyReports;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.OperatorReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every adapter of {@link MoneyReports} holds to. */
public abstract class MoneyReportsContract extends MoneyRefundsContract {
  private static final OperatorReason WHY = new OperatorReason("o.p@shop-1", "a gift");

  @Test
  void whatPaidItsOrderIsNotUnapplied() {
    PaidTrade settled = taken(payment(added(aPayOrder()), Kind.SETTLED, PRICE, LATER));

    assertThat(reports().unapplied(State.OPEN, 0, 10)).isEmpty();
    assertThat(reports().unapplied(settled.id())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "SETTLED", mode = EnumSource.Mode.EXCLUDE)
  void everyOtherKindIs(Kind kind) {
    PaidTrade unapplied = taken(payment(added(aPayOrder()), kind, PRICE_IN_DOLLARS, LATER));

    assertThat(reports().unapplied(State.OPEN, 0, 10)).containsExactly(unapplied);
    assertThat(reports().unapplied(unapplied.id())).contains(unapplied);
  }

  @Test
  void whatNobodySaidTheAmountOfIsReportedToo() {
    PaidTrade unsaid = taken(payment(added(aPayOrder()), Kind.LATE, null, LATER));

    assertThat(reports().unapplied(State.OPEN, 0, 10)).containsExactly(unsaid);
  }

  /** Somebody accepted another amount, so it is reported again, as if nobody had. */
  @Test
  void whatWasAcceptedIsOpenAgainWithAnotherAmount() {
    PaidTrade late = taken(payment(added(aPayOrder()), Kind.LATE, PRICE, LATER));
    assertThat(accept(late, WHY)).isTrue();
    PaidTrade before = accepted(late, WHY);
    PaidTrade next = before.withAmount(PRICE_IN_DOLLARS, null, true);

    transactions()
        .run(
            () -> {
              PayOrder unused = locked(late.payNo());
              trades().replaceAmount(before, next);
            });

    assertThat(reports().unapplied(State.OPEN, 0, 10)).containsExactly(next);
    assertThat(next.resolved()).isNull();
  }

  @Test
  void whatIsNotThereIsNotReported() {
    assertThat(reports().unapplied(Long.MAX_VALUE)).isEmpty();
    assertThat(reports().unapplied(0)).isEmpty();
    assertThat(reports().claims(0, 10)).isEmpty();
  }

  @Test
  void unappliedPaymentsAreReadPageByPageOldestFirst() {
    List<PaidTrade> all = unapplied(5);

    assertPaged(all, id -> reports().unapplied(State.OPEN, id, 2));
  }

  @Test
  void onlyThoseOfTheStateThatIsAskedForAreRead() {
    List<PaidTrade> all = unapplied(4);
    assertThat(accept(all.get(1), WHY)).isTrue();
    assertThat(accept(all.get(3), WHY)).isTrue();

    assertThat(reports().unapplied(State.OPEN, 0, 10)).containsExactly(all.get(0), all.get(2));
    assertThat(reports().unapplied(State.ACCEPTED, 0, 10))
        .containsExactly(accepted(all.get(1), WHY), accepted(all.get(3), WHY));
    assertThat(reports().unapplied(State.ACCEPTED, all.get(1).id(), 10))
        .containsExactly(accepted(all.get(3), WHY));
    assertThat(reports().unapplied(State.REFUNDED, 0, 10)).isEmpty();
  }

  @Test
  void aPaymentIsAcceptedOnceAndItsReasonStaysReadable() {
    PaidTrade open = unapplied(1).get(0);

    assertThat(accept(open, WHY)).isTrue();
    assertThat(accept(open, new OperatorReason("other", "because"))).isFalse();

    assertThat(reports().unapplied(open.id())).contains(accepted(open, WHY));
    assertThat(trades().of(open.payNo())).containsExactly(accepted(open, WHY));
    assertThat(trades().find(open.channel(), open.tradeNo())).contains(accepted(open, WHY));
  }

  @Test
  void theLongestReasonIsKeptInAnyScript() {
    List<PaidTrade> open = unapplied(2);
    OperatorReason plain = new OperatorReason("a".repeat(64), "x".repeat(256));
    OperatorReason chinese = new OperatorReason("b", "支".repeat(256));

    assertThat(accept(open.get(0), plain)).isTrue();
    assertThat(accept(open.get(1), chinese)).isTrue();

    assertThat(reports().unapplied(State.ACCEPTED, 0, 10))
        .containsExactly(accepted(open.get(0), plain), accepted(open.get(1), chinese));
  }

  /** Whoever accepts has read it before; what the channel has said since stays. */
  @Test
  void anAmountThatWasFilledInMeanwhileOutlivesTheAcceptance() {
    PaidTrade read = taken(payment(added(aPayOrder()), Kind.LATE, null, LATER));
    PaidTrade filled = with(PRICE, read);
    transactions()
        .run(
            () -> {
              PayOrder unused = locked(read.payNo());
              trades().replaceAmount(read, filled);
            });

    assertThat(accept(read, WHY)).isTrue();

    assertThat(reports().unapplied(read.id())).contains(accepted(filled, WHY));
  }

  @Test
  void whatPaidItsOrderCannotBeAccepted() {
    PaidTrade settled = taken(payment(added(aPayOrder()), Kind.SETTLED, PRICE, LATER));
    PaidTrade taken = payment(added(aPayOrder()), Kind.LATE, PRICE, LATER);
    PaidTrade mistaken = accepted(sameTrade(settled, taken), WHY);

    assertThat(transactions().call(() -> reports().accept(mistaken, LATER))).isFalse();

    assertThat(trades().of(settled.payNo())).containsExactly(settled);
  }

  @Test
  void anAcceptanceIsLostWithItsTransaction() {
    PaidTrade open = unapplied(1).get(0);
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        () -> {
                          assertThat(accept(open, WHY)).isTrue();
                          throw bug;
                        }))
        .isSameAs(bug);

    assertThat(reports().unapplied(open.id())).contains(open);
  }

  @Test
  void ofManyWhoAcceptAtOnceOneDoes() {
    PaidTrade open = unapplied(1).get(0);

    Race<Boolean> race = Race.of(8, () -> accept(open, WHY));

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers()).filteredOn(done -> done).hasSize(1);
  }

  @Test
  void claimsAreReadPageByPageOldestFirst() {
    PaidTrade foreign = taken(payment(added(aPayOrder()), Kind.SETTLED, PRICE, LATER));
    for (int i = 0; i < 5; i++) {
      addClaim(foreign, i % 2 == 0 ? PRICE : null);
    }

    assertPaged(
        trades().claims(foreign.channel(), foreign.tradeNo(), 5), id -> reports().claims(id, 2));
  }

  @Test
  void overdueOrdersAreReadPageByPageMostOverdueFirst() {
    PayOrder third = payingUntil(NOW.minusSeconds(1));
    PayOrder first = payingUntil(NOW.minusSeconds(3));
    PayOrder second = payingUntil(NOW.minusSeconds(2));

    assertThat(reports().overdue(NOW, null, 2)).containsExactly(first, second);
    assertThat(reports().overdue(NOW, second.payNo(), 2)).containsExactly(third);
    assertThat(reports().overdue(NOW, third.payNo(), 2)).isEmpty();
  }

  @Test
  void ordersThatExpiredAtOneMomentAreEachOnOnePage() {
    List<PayOrder> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(payingUntil(NOW.minusSeconds(1)));
    }

    List<PayOrder> read = new ArrayList<>();
    while (read.size() < all.size()) {
      PayOrder last = read.isEmpty() ? null : read.get(read.size() - 1);
      List<PayOrder> page = reports().overdue(NOW, last == null ? null : last.payNo(), 2);
      assertThat(page).isNotEmpty();
      read.addAll(page);
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void onlyWhatIsPayingAndExpiredBeforeThatMomentIsOverdue() {
    PayOrder overdue = payingUntil(NOW.minusNanos(1_000));
    PayOrder notYet = payingUntil(NOW);
    PayOrder unopened = added(until(NOW.minusSeconds(9)));
    PayOrder ended = payingUntil(NOW.minusSeconds(9));
    assertThat(advanced(ended.close("EXPIRED", LATER).order()).status().isFinal()).isTrue();

    assertThat(reports().overdue(NOW, null, 10))
        .containsExactly(overdue)
        .doesNotContain(notYet, unopened);
  }

  @Test
  void aPageFollowsItsLastOneEvenIfThatHasEndedSince() {
    PayOrder first = payingUntil(NOW.minusSeconds(3));
    PayOrder second = payingUntil(NOW.minusSeconds(2));
    assertThat(reports().overdue(NOW, null, 1)).containsExactly(first);

    assertThat(advanced(first.close("EXPIRED", LATER).order()).status().isFinal()).isTrue();

    assertThat(reports().overdue(NOW, first.payNo(), 1)).containsExactly(second);
    assertThat(reports().overdue(NOW, null, 1)).containsExactly(second);
  }

  private static <T> void assertPaged(List<T> all, LongFunction<List<T>> pageAfter) {
    List<T> read = new ArrayList<>();
    long last = 0;
    for (List<T> page = pageAfter.apply(last); !page.isEmpty(); page = pageAfter.apply(last)) {
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      read.addAll(page);
      last = id(page.get(page.size() - 1));
    }
    assertThat(read).containsExactlyElementsOf(all);
  }

  private static long id(Object row) {
    return row instanceof PaidTrade payment ? payment.id() : ((TradeClaim) row).id();
  }

  private List<PaidTrade> unapplied(int count) {
    List<PaidTrade> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(taken(payment(added(aPayOrder()), Kind.LATE, PRICE, LATER)));
    }
    return all;
  }

  private static PaidTrade sameTrade(PaidTrade trade, PaidTrade otherwise) {
    return new PaidTrade(
        trade.id(),
        trade.channel(),
        trade.tradeNo(),
        trade.payNo(),
        otherwise.kind(),
        otherwise.amount(),
        otherwise.paidAt(),
        otherwise.receivedAt(),
        otherwise.state(),
        otherwise.resolved(),
        RefundTotals.NONE);
  }
}
