package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.StatementBook.DAY;
import static com.yuge.payment.domain.fixtures.StatementBook.line;
import static com.yuge.payment.domain.fixtures.StatementBook.payment;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementBooks.Day;
import com.yuge.payment.domain.statement.UnlistedMoney;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What our books have of a day, and what of it no statement lists. */
public abstract class UnlistedMoneyContract extends StatementBooksBench {
  private static final Duration ONE_DAY = Duration.ofDays(1);

  @Test
  void paymentsOfTheDayThatNoLineHasAreFoundInParts() {
    PayOrder order = ordered("A1");
    paid(order, "T0", midnight().minusMillis(1));
    paid(order, "T1", midnight());
    paidUnknownAmount(order, "T2", after(Duration.ofHours(23)));
    PayOrder listed = ordered("A1");
    paid(listed, "T4", midnight());
    paid(listed, "T5", midnight());
    paid(ordered("A2"), "T6", midnight());
    paid(order, "T3", after(ONE_DAY));
    String listedNo = listed.payNo().value();
    Statement unused =
        listed(
            DAY.plusDays(1),
            List.of(
                payment(1, listedNo, "T4"),
                payment(2, listedNo, "OTHER"),
                line(3, listedNo, "T5", "R5")));

    assertThat(unlisted(day(), 2)).containsExactly("T1", "T2", "T5", "T6");
    assertThat(unlisted(of("A2"), 100)).containsExactly("T6");
    assertThat(unlisted(new Day(new PayChannel("NONE"), Set.of(), midnight(), after(ONE_DAY)), 9))
        .isEmpty();
    String payNo = order.payNo().value();
    assertThat(books().unlistedPayments(day(), 0, 100).unlisted())
        .contains(
            new UnlistedMoney(payNo, "T1", null, PRICE.amount()),
            new UnlistedMoney(payNo, "T2", null, null));
    assertThat(books().hasPayment(of("A2"))).isTrue();
    assertThat(books().hasPayment(of("A3"))).isFalse();
    assertThat(books().hasMoney(of("A2"))).isTrue();
    assertThat(books().hasMoney(of("A3"))).isFalse();
  }

  /** The channel's clock is ahead of ours; we heard of the payment before it was made. */
  @Test
  void aPaymentIsOfTheDayThatTheChannelDatesItOn() {
    PayOrder order = ordered("A1");
    paid(order, "T1", midnight(), midnight().minus(Duration.ofMinutes(4)));
    paid(order, "T2", midnight().minusMillis(1), after(Duration.ofHours(3)));

    assertThat(unlisted(day(), 100)).containsExactly("T1");
    assertThat(books().hasPayment(day())).isTrue();
  }

  @Test
  void aPaymentThatTheChannelDoesNotDateIsOfTheDayThatWeHeardOfIt() {
    paidUndated(ordered("A1"), "T1", midnight());

    assertThat(unlisted(day(), 100)).containsExactly("T1");
    assertThat(books().hasPayment(day())).isFalse();
    assertThat(books().hasMoney(day())).isTrue();
  }

  /** A day without a file of its own lacks nothing then. */
  @Test
  void whatTheStatementOfAnotherDayListsIsNotCountedAsMoneyOfTheDay() {
    PayOrder order = ordered("A1");
    paid(order, "T1", midnight(), midnight());
    Refund refund = refunded(order, "T1", midnight());
    String payNo = order.payNo().value();
    assertThat(books().hasPayment(day())).isTrue();

    Statement unused =
        listed(
            DAY.plusDays(1),
            List.of(payment(1, payNo, "T1"), line(2, payNo, "T1", refund.refundNo().value())));

    assertThat(books().hasPayment(day())).isFalse();
    assertThat(books().hasMoney(day())).isFalse();
  }

  private static Day day() {
    return new Day(TestChannels.MOCK, Set.of(), midnight(), after(ONE_DAY));
  }

  private static Day of(String account) {
    return new Day(TestChannels.MOCK, Set.of(account, "more"), midnight(), after(ONE_DAY));
  }

  private List<String> unlisted(Day day, int limit) {
    List<String> found = new ArrayList<>();
    UnlistedMoney.Chunk chunk = books().unlistedPayments(day, 0, limit);
    for (; ; chunk = books().unlistedPayments(day, chunk.lastRow(), limit)) {
      chunk.unlisted().forEach(one -> found.add(one.tradeNo()));
      if (chunk.end()) {
        return found;
      }
    }
  }

  @Test
  void refundsThatTheChannelAcceptedOnTheDayAreFound() {
    PayOrder order = ordered("A1");
    Refund accepted = refunded(order, "T1", midnight());
    Refund unused = refunded(order, "T1", null);
    unused = failed(order, midnight());
    Refund listed = refunded(order, "T1", midnight());
    unused = refunded(order, "T1", midnight().minusMillis(1));
    String payNo = order.payNo().value();
    Statement statement = listed(DAY, List.of(line(1, payNo, "T1", listed.refundNo().value())));

    assertThat(statement.id()).isPositive();
    assertThat(books().unlistedRefunds(day(), 0, 100).unlisted())
        .containsExactly(
            new UnlistedMoney(payNo, "T1", accepted.refundNo().value(), PRICE.amount()));
    assertThat(books().hasMoney(day())).isTrue();
    assertThat(books().hasPayment(day())).isFalse();
    assertThat(books().hasMoney(of("A3"))).isFalse();
  }

  private Refund failed(PayOrder order, Instant acceptedAt) {
    return refunded(
        order, "T1", acceptedAt, midnight().minus(Duration.ofHours(1)), RefundStatus.FAILED);
  }

  /** Refunds are asked for until the channel accepts them, so an old one may be of the day. */
  @Test
  void aRefundThatWasWantedDaysBeforeIsOfTheDayThatItWasAcceptedOn() {
    PayOrder order = ordered("A1");
    Instant before = midnight().minus(Duration.ofDays(5));
    Refund unused = refunded(order, "T1", midnight(), before, RefundStatus.REFUNDING);
    unused = refunded(order, "T1", midnight(), before.plus(ONE_DAY), RefundStatus.REFUNDING);

    assertThat(books().unlistedRefunds(day(), 0, 100).unlisted()).hasSize(2);
  }
}
