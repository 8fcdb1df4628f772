package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.StatementBook.DAY;
import static com.yuge.payment.domain.fixtures.StatementBook.NOON;
import static com.yuge.payment.domain.fixtures.StatementBook.line;
import static com.yuge.payment.domain.fixtures.StatementBook.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.fixtures.StatementBook;
import com.yuge.payment.domain.statement.LineFacts;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementBooks;
import com.yuge.payment.domain.statement.StatementLines;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link StatementLines} holds to. */
public abstract class StatementLinesContract extends StatementsBench {
  private final String payNo = aPayNo().value();

  protected abstract StatementLines lines();

  protected abstract StatementBooks books();

  @Test
  void aLineComesBackAsItWas() {
    Statement statement = claimed(DAY);
    StatementLine revoked =
        new StatementLine(
            7,
            "9".repeat(32),
            "t".repeat(64),
            null,
            null,
            new BigDecimal("999999999999.99"),
            new BigDecimal("0.01"),
            new BigDecimal("-99999999999.12345"),
            true,
            NOON.plusNanos(123_456_000));
    StatementLine[] added = {payment(1, payNo, "T1"), line(3, payNo, "T1", "R1"), revoked};

    add(statement, added);

    assertThat(linesOf(statement)).containsExactly(added);
  }

  @Test
  void manyAreAddedAndRemovedSomeAtATime() {
    Statement statement = claimed(DAY);
    Statement other = claimed(DAY.plusDays(1));
    add(other, payment(1, payNo, "T1"));
    add(
        statement,
        IntStream.rangeClosed(1, 2500)
            .mapToObj(number -> payment(number, payNo, "T" + number))
            .toArray(StatementLine[]::new));

    assertThat(remove(statement, 2000)).isEqualTo(2000);
    assertThat(linesOf(statement)).hasSize(500).first().returns(2001, StatementLine::number);
    assertThat(remove(statement, 2000)).isEqualTo(500);
    assertThat(remove(statement, 2000)).isZero();
    assertThat(linesOf(other)).hasSize(1);
  }

  @Test
  void aLineIsThereOnce() {
    Statement statement = claimed(DAY);
    add(statement, payment(1, payNo, "T1"));

    assertThatThrownBy(() -> add(statement, payment(1, payNo, "T2")))
        .isInstanceOf(RuntimeException.class);

    assertThat(linesOf(statement)).containsExactly(payment(1, payNo, "T1"));
  }

  private int remove(Statement statement, int most) {
    return transactions().call(() -> lines().remove(statement, most));
  }

  private void add(Statement statement, StatementLine... added) {
    StatementBook.add(transactions(), lines(), statement, added);
  }

  private List<StatementLine> linesOf(Statement statement) {
    return books().lines(statement, 0, 3000).stream().map(LineFacts::line).toList();
  }
}
