package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aRequest;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.apply;
import static com.yuge.payment.domain.fixtures.PayOrderBook.failure;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.PayOrderBook.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link DueOrders} holds to; by the real clock, as the store's is. */
public abstract class DueOrdersContract extends PayOrdersBench {
  private static final Duration HOLD = Duration.ofMinutes(2);
  private static final int ALL = 1000;

  protected abstract DueOrders due();

  /** Makes every order that others left behind a matter of the far future. */
  protected abstract void nothingIsDue();

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  @BeforeEach
  void begin() {
    nothingIsDue();
  }

  @Test
  void anOrderIsDueWhenItExpires() {
    PayOrder expired = added(expiring(Duration.ofSeconds(-1)));
    PayOrder other = added(expiring(Duration.ofHours(1)));

    assertThat(claim(ALL)).contains(expired.payNo()).doesNotContain(other.payNo());
  }

  @Test
  void aPlanDecidesWhenItIsDue() {
    PayOrder sooner = paying(added(expiring(Duration.ofHours(1))));
    PayOrder later = added(expiring(Duration.ofSeconds(-1)));

    due().scheduleCheck(sooner, Duration.ZERO);
    due().scheduleCheck(later, Duration.ofHours(1));

    assertThat(claim(ALL)).containsExactly(sooner.payNo());
  }

  @Test
  void whatWasClaimedIsNobodyElsesUntilTheHoldEnds() {
    PayOrder order = added(expiring(Duration.ofSeconds(-1)));

    assertThat(claim(ALL, Duration.ZERO)).containsExactly(order.payNo());
    assertThat(claim(ALL)).containsExactly(order.payNo());
    assertThat(claim(ALL)).isEmpty();
  }

  @Test
  void whatHasEndedIsDueNoMoreUntilItIsPlannedAgain() {
    PayOrder order = paying(added(expiring(Duration.ofSeconds(-1))));
    due().scheduleCheck(order, Duration.ZERO);
    PayOrder paid = paid(order);
    assertThat(claim(ALL)).isEmpty();

    due().scheduleCheck(paid, Duration.ZERO);

    assertThat(claim(ALL)).containsExactly(order.payNo());
  }

  @Test
  void whatRestsIsDueNoMoreUntilItIsPlannedAgain() {
    PayOrder closed = closed(paying(added(expiring(Duration.ofSeconds(-1)))));
    due().scheduleCheck(closed, Duration.ZERO);

    due().rest(closed);
    due().rest(closed);
    assertThat(claim(ALL)).isEmpty();

    due().scheduleCheck(closed, Duration.ZERO);
    assertThat(claim(ALL)).containsExactly(closed.payNo());
  }

  @Test
  void ordersOfEveryStatusAreDueWhenPlannedTheOpenOnesFirst() {
    PayOrder closed = closed(paying(added(expiring(Duration.ofSeconds(-9)))));
    PayOrder failed = failed(paying(added(expiring(Duration.ofSeconds(-8)))));
    PayOrder paid = paid(paying(added(expiring(Duration.ofSeconds(-7)))));
    PayOrder init = added(expiring(Duration.ofSeconds(-6)));
    PayOrder paying = paying(added(expiring(Duration.ofSeconds(60))));
    List<PayOrder> lastFirst = List.of(closed, failed, paid, init, paying);

    lastFirst.forEach(order -> due().scheduleCheck(order, Duration.ZERO));

    assertThat(claim(2)).containsExactly(paying.payNo(), init.payNo());
    assertThat(claim(ALL)).containsExactly(paid.payNo(), failed.payNo(), closed.payNo());
    assertThat(claim(ALL)).isEmpty();
  }

  @Test
  void aPlanForAnOrderThatHasEndedSinceItWasSeenIsIgnored() {
    PayOrder seen = paying(added(expiring(Duration.ofHours(1))));
    PayOrder paid = paid(seen);

    due().scheduleCheck(seen, Duration.ZERO);

    assertThat(claim(ALL)).isEmpty();
    assertStored(paid);
  }

  /** What was planned when it ended is not put off by somebody who saw it open. */
  @Test
  void aLaterPlanForAnOrderThatHasEndedSinceItWasSeenIsIgnoredToo() {
    PayOrder seen = paying(added(expiring(Duration.ofHours(1))));
    due().scheduleCheck(paid(seen), Duration.ZERO);

    due().scheduleCheck(seen, Duration.ofHours(1));

    assertThat(claim(ALL)).containsExactly(seen.payNo());
  }

  @Test
  void aRestForAnOrderThatHasEndedSinceItWasSeenIsIgnored() {
    PayOrder seen = paying(added(expiring(Duration.ofHours(1))));
    due().scheduleCheck(paid(seen), Duration.ZERO);

    due().rest(seen);

    assertThat(claim(ALL)).containsExactly(seen.payNo());
  }

  /** A version alone is no other status: money that came meanwhile ends no check. */
  @Test
  void aPlanForAnOrderOfAnOlderVersionCounts() {
    PayOrder seen = paying(added(expiring(Duration.ofHours(1))));
    PayOrder raised = raised(apply(seen, success(seen, "T1", ANOTHER_PRICE), now).order());

    due().scheduleCheck(seen, Duration.ZERO);

    assertThat(claim(ALL)).containsExactly(seen.payNo());
    assertStored(raised);
  }

  @Test
  void aPlanIsKeptWithTheEndOrLostWithIt() {
    PayOrder order = paying(added(expiring(Duration.ofHours(1))));
    PayOrder paid = apply(order, success(order, "T1"), now).order();
    RuntimeException bug = new UnsupportedOperationException("bug");

    assertThatThrownBy(() -> endAndPlan(paid, bug)).isSameAs(bug);
    assertThat(claim(ALL)).isEmpty();
    assertStored(order);

    endAndPlan(paid, null);
    assertThat(claim(ALL)).containsExactly(order.payNo());
  }

  @Test
  void whatIsPlannedWithAWriteReplacesWhatWasPlannedBefore() {
    PayOrder order = added(expiring(Duration.ofSeconds(-1)));
    PayOrder paying = order.open(terms(order), order.createdAt()).order();

    transactions().run(() -> orders().advance(paying, Duration.ofHours(1)));
    assertThat(claim(ALL)).isEmpty();
    assertStored(paying);

    PayOrder opened = paying.openedAt(new PayUrl("http://127.0.0.1/cashier"), now);
    transactions().run(() -> orders().advance(opened, Duration.ZERO));
    assertThat(claim(ALL)).containsExactly(order.payNo());
  }

  @Test
  void aWriteWithoutAPlanLeavesTheChecksOfAnOpenOrderAsTheyAre() {
    PayOrder order = added(expiring(Duration.ofSeconds(-1)));

    assertThat(claim(ALL, Duration.ZERO)).containsExactly(paying(order).payNo());
  }

  @Test
  void aFinalOrderThatWasClaimedIsNobodyElsesUntilTheHoldEnds() {
    PayOrder closed = closed(paying(added(expiring(Duration.ofSeconds(-1)))));
    due().scheduleCheck(closed, Duration.ZERO);

    assertThat(claim(ALL, Duration.ZERO)).containsExactly(closed.payNo());
    assertThat(claim(ALL)).containsExactly(closed.payNo());
    assertThat(claim(ALL)).isEmpty();
  }

  @Test
  void aPlanLeavesTheOrderItselfAsItIs() {
    PayOrder order = paying(added(expiring(Duration.ofHours(1))));

    due().scheduleCheck(order, Duration.ofMinutes(5));

    assertStored(order);
  }

  @Test
  void thoseMostOverdueComeFirst() {
    PayOrder second = added(expiring(Duration.ofSeconds(-2)));
    PayOrder first = added(expiring(Duration.ofSeconds(-3)));
    PayOrder third = added(expiring(Duration.ofSeconds(-1)));

    assertThat(claim(2)).containsExactly(first.payNo(), second.payNo());
    assertThat(claim(2)).containsExactly(third.payNo());
  }

  @Test
  void ordersThatAreBeingPaidComeBeforeThoseNeverOpened() {
    PayOrder init = added(expiring(Duration.ofSeconds(-3)));
    PayOrder paying = paying(added(expiring(Duration.ofSeconds(3))));
    due().scheduleCheck(paying, Duration.ZERO);

    assertThat(claim(ALL)).containsExactly(paying.payNo(), init.payNo());
  }

  /** As while a channel is away: its orders are due again and again. */
  @Test
  void aBacklogOfOneStatusLeavesToTheOthersThePlacesThatTheyAreSureOf() {
    Set<PayNo> backlog = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      PayOrder paying = paying(added(expiring(Duration.ofSeconds(60))));
      due().scheduleCheck(paying, Duration.ZERO);
      backlog.add(paying.payNo());
    }
    PayOrder init = added(expiring(Duration.ofSeconds(-1)));
    PayOrder closed = closed(paying(added(expiring(Duration.ofSeconds(-1)))));
    due().scheduleCheck(closed, Duration.ZERO);

    List<PayNo> taken =
        due()
            .claim(
                List.of(PayStatus.PAYING, PayStatus.INIT, PayStatus.CLOSED, PayStatus.FAILED),
                HOLD);

    assertThat(taken).hasSize(4).doesNotHaveDuplicates().contains(init.payNo(), closed.payNo());
    assertThat(backlog)
        .as("a place that nobody needs goes to the first in turn")
        .containsAll(
            taken.stream()
                .filter(it -> !Set.of(init.payNo(), closed.payNo()).contains(it))
                .toList());
    assertThat(claim(ALL)).hasSize(6).isSubsetOf(backlog).doesNotContainAnyElementsOf(taken);
  }

  @Test
  void aPlaceOfAStatusWithNothingDueGoesToTheMostOverdueOfAnother() {
    PayOrder second = added(expiring(Duration.ofSeconds(-2)));
    PayOrder first = added(expiring(Duration.ofSeconds(-3)));
    PayOrder third = added(expiring(Duration.ofSeconds(-1)));

    List<PayStatus> places = List.of(PayStatus.PAYING, PayStatus.INIT);

    assertThat(due().claim(places, HOLD)).containsExactly(first.payNo(), second.payNo());
    assertThat(due().claim(places, HOLD)).containsExactly(third.payNo());
    assertThat(due().claim(places, HOLD)).isEmpty();
  }

  @Test
  void manyAtOnceShareTheWorkAndNobodyTakesWhatAnotherHas() {
    List<PayNo> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(added(expiring(Duration.ofSeconds(-1))).payNo());
    }

    Race<List<PayNo>> race =
        Race.of(
            6,
            () -> {
              List<PayNo> mine = new ArrayList<>();
              for (int i = 0; i < 20; i++) {
                mine.addAll(claim(7));
              }
              return mine;
            });

    assertThat(race.failures()).isEmpty();
    assertThat(race.answers().stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void anOrderThatSomebodyHasLockedIsLeftForLater() {
    PayOrder order = added(expiring(Duration.ofSeconds(-1)));

    List<List<PayNo>> whileLocked =
        transactions()
            .call(
                () -> {
                  PayOrder held = locked(order.payNo());
                  assertThat(held).isEqualTo(order);
                  return Race.of(1, () -> claim(ALL)).answers();
                });

    assertThat(whileLocked).containsExactly(List.of());
    assertThat(claim(ALL)).containsExactly(order.payNo());
  }

  private List<PayNo> claim(int limit) {
    return claim(limit, HOLD);
  }

  /** Where nobody but PAYING orders is sure of a place. */
  private List<PayNo> claim(int limit, Duration hold) {
    return due().claim(Collections.nCopies(limit, PayStatus.PAYING), hold);
  }

  private void endAndPlan(PayOrder ended, @Nullable RuntimeException bug) {
    transactions()
        .run(
            () -> {
              orders().advance(ended, Duration.ZERO);
              if (bug != null) {
                throw bug;
              }
            });
  }

  private PayOrder paying(PayOrder order) {
    return advanced(order.open(terms(order), order.createdAt()).order());
  }

  private PayOrder paid(PayOrder order) {
    return advanced(apply(order, success(order, "T1"), now).order());
  }

  private PayOrder failed(PayOrder order) {
    return advanced(apply(order, failure(order, "T1"), now).order());
  }

  private PayOrder closed(PayOrder order) {
    return advanced(order.close("EXPIRED", now).order());
  }

  private PayOrder expiring(Duration in) {
    Instant created = now.minus(Duration.ofMinutes(1));
    return PayOrder.create(aPayNo(), aRequest(anOrderNo()), created, now.plus(in));
  }
}
