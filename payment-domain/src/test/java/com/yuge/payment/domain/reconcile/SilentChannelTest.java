package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aRequest;
import static com.yuge.payment.domain.fixtures.PayOrderBook.anOrderNo;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.PayNo;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A channel is away for hours, and an instance has fewer checks than orders to ask it about. */
class SilentChannelTest {
  private static final int BACKLOG = 200;
  private static final int CHECKS_A_MINUTE = 4;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final InMemoryPayments payments = new InMemoryPayments();

  @Test
  void ordersThatWereNeverOpenedAreClosedInTimeAllTheSame() {
    payments.channel.goAway(true);
    List<PayOrder> backlog =
        IntStream.range(0, BACKLOG).mapToObj(i -> due(aPayOrder(PayStatus.PAYING))).toList();
    List<PayOrder> unopened = IntStream.range(0, 60).mapToObj(this::expiresIn).toList();

    for (int minute = 0; minute < 180; minute++) {
      checkForAMinute();
      assertThat(unopened)
          .filteredOn(this::isOverdue)
          .allMatch(order -> payments.now(order).status() == PayStatus.CLOSED);
      payments.clock.advance(MINUTE);
    }

    assertThat(backlog).allMatch(order -> payments.now(order).status() == PayStatus.PAYING);
    assertThat(unopened).allMatch(order -> payments.now(order).status() == PayStatus.CLOSED);
  }

  private void checkForAMinute() {
    for (int check = 0; check < CHECKS_A_MINUTE; check++) {
      for (PayNo payNo : payments.claim.handle(1)) {
        assertThat(payments.reconcile.handle(payNo)).isIn(CheckResult.UNKNOWN, CheckResult.CLOSED);
      }
    }
  }

  private boolean isOverdue(PayOrder order) {
    return order.hasExpired(payments.clock.instant().minus(MINUTE.multipliedBy(2)));
  }

  private PayOrder due(PayOrder order) {
    PayOrder stored = payments.given(order);
    payments.due.scheduleCheck(stored, Duration.ZERO);
    return stored;
  }

  /** One after the other, from the time when all of the backlog is due. */
  private PayOrder expiresIn(int minutes) {
    return payments.given(
        PayOrder.create(
            aPayNo(), aRequest(anOrderNo()), NOW, NOW.plus(MINUTE.multipliedBy(60 + minutes))));
  }
}
