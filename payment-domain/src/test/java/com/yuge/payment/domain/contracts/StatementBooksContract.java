package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.StatementBook.DAY;
import static com.yuge.payment.domain.fixtures.StatementBook.line;
import static com.yuge.payment.domain.fixtures.StatementBook.payment;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.statement.LineFacts;
import com.yuge.payment.domain.statement.LineFacts.BookedOrder;
import com.yuge.payment.domain.statement.LineFacts.BookedPayment;
import com.yuge.payment.domain.statement.LineFacts.BookedRefund;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementBooks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link StatementBooks} holds to: lines beside what our books have. */
public abstract class StatementBooksContract extends StatementBooksBench {
  @Test
  void aLineIsReadWithWhatTheBooksHave() {
    PayOrder order = ordered("A1");
    String payNo = order.payNo().value();
    paid(order, "T1", midnight());
    Refund accepted = refunded(order, "T1", midnight());
    Refund waiting = refunded(order, "T1", null);
    String unknown = aPayNo().value();
    List<StatementLine> lines =
        List.of(
            payment(1, payNo, "T1"),
            line(2, payNo, "T1", accepted.refundNo().value()),
            line(3, payNo, "T1", waiting.refundNo().value()),
            line(4, payNo, "T1", "not-ours"),
            payment(5, unknown, "T2"));
    Statement statement = listed(DAY, lines);

    List<LineFacts> found = books().lines(statement, 0, 10);

    BookedOrder booked = new BookedOrder(order.status(), PRICE.amount());
    BookedPayment paid = new BookedPayment(payNo, PRICE.amount());
    assertThat(found)
        .containsExactly(
            new LineFacts(lines.get(0), false, booked, paid, null),
            new LineFacts(lines.get(1), false, booked, paid, refunded(order, true)),
            new LineFacts(lines.get(2), false, booked, paid, refunded(order, false)),
            new LineFacts(lines.get(3), false, booked, paid, null),
            new LineFacts(lines.get(4), false, null, null, null));
    assertThat(books().lines(statement, 1, 2)).isEqualTo(found.subList(1, 3));
    assertThat(books().line(statement.id(), 3)).contains(found.get(2));
    assertThat(books().line(statement.id(), 6)).isEmpty();
    assertThat(books().line(-1, 1)).isEmpty();
  }

  private static BookedRefund refunded(PayOrder order, boolean accepted) {
    return new BookedRefund(
        order.payNo().value(), "T1", PRICE.amount(), RefundStatus.REFUNDING, accepted, false);
  }

  @Test
  void aPaymentOfAnotherChannelIsNone() {
    PayOrder order = ordered("A1");
    paid(order, "T1", TestChannels.WECHAT, midnight());
    Statement statement = listed(DAY, List.of(payment(1, order.payNo().value(), "T1")));

    assertThat(books().lines(statement, 0, 1).get(0).payment()).isNull();
  }

  /** Whichever of two statements is matched first, both know of the other. */
  @Test
  void aLineIsRepeatedIfAnEarlierOneOrAnotherStatementHasTheSame() {
    String payNo = aPayNo().value();
    Statement first =
        listed(
            DAY,
            List.of(
                payment(1, payNo, "T1"),
                payment(2, payNo, "T1"),
                payment(3, payNo, "T2"),
                payment(4, payNo, "T3")));
    Statement second =
        listed(
            DAY.plusDays(1),
            List.of(
                line(1, payNo, "T1", "R1"),
                payment(2, payNo, "T2"),
                line(3, payNo, "T1", "R1"),
                revoked(4, payNo, "T3")));

    assertThat(repeated(first)).containsExactly(2, 3);
    assertThat(repeated(second)).containsExactly(2, 3);
  }

  @Test
  void anotherChannelRepeatsNothing() {
    List<StatementLine> lines = List.of(payment(1, aPayNo().value(), "T1"));
    Statement statement = listed(DAY, lines);
    Statement unused = listedAt(TestChannels.WECHAT, lines);

    assertThat(repeated(statement)).isEmpty();
  }

  private List<Integer> repeated(Statement statement) {
    return books().lines(statement, 0, 9).stream()
        .filter(LineFacts::repeated)
        .map(facts -> facts.line().number())
        .toList();
  }

  private static StatementLine revoked(int number, String payNo, String tradeNo) {
    StatementLine line = payment(number, payNo, tradeNo);
    return new StatementLine(
        number, payNo, tradeNo, null, null, line.amount(), line.fee(), true, line.at());
  }
}
