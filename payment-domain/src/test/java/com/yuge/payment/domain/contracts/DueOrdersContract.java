package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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

    due().lookAgain(sooner.payNo(), Duration.ZERO);
    due().lookAgain(later.payNo(), Duration.ofHours(1));

    assertThat(claim(ALL)).containsExactly(sooner.payNo());
  }

  @Test
  void whatWasClaimedIsNobodyElsesUntilTheHoldEnds() {
    PayOrder order = added(expiring(Duration.ofSeconds(-1)));

    assertThat(due().claim(ALL, Duration.ZERO)).containsExactly(order.payNo());
    assertThat(due().claim(ALL, HOLD)).containsExactly(order.payNo());
    assertThat(due().claim(ALL, HOLD)).isEmpty();
  }

  @Test
  void whatHasEndedIsNeverDue() {
    PayOrder order = paying(added(expiring(Duration.ofSeconds(-1))));
    PayOrder paid = advanced(order.settle(success(order, "T1"), now).order());

    due().lookAgain(paid.payNo(), Duration.ZERO);

    assertThat(claim(ALL)).isEmpty();
  }

  @Test
  void aPlanLeavesTheOrderItselfAsItIs() {
    PayOrder order = paying(added(expiring(Duration.ofHours(1))));

    due().lookAgain(order.payNo(), Duration.ofMinutes(5));

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
    due().lookAgain(paying.payNo(), Duration.ZERO);

    assertThat(claim(ALL)).containsExactly(paying.payNo(), init.payNo());
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
    return due().claim(limit, HOLD);
  }

  private PayOrder paying(PayOrder order) {
    return advanced(order.open(order.createdAt()).order());
  }

  private PayOrder expiring(Duration in) {
    Instant created = now.minus(Duration.ofMinutes(1));
    return PayOrder.create(aPayNo(), anOrderNo(), PRICE, PayChannel.MOCK, created, now.plus(in));
  }
}
