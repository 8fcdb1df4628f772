package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.StatementBook.DAY;
import static com.yuge.payment.domain.fixtures.StatementBook.payment;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.contracts.StatementLinesContract;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementBooks;
import com.yuge.payment.domain.statement.StatementLines;
import com.yuge.payment.domain.statement.Statements;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdbcStatementLinesTest extends StatementLinesContract {
  @Override
  protected Statements statements() {
    return StatementTables.STATEMENTS;
  }

  @Override
  protected StatementLines lines() {
    return StatementTables.LINES;
  }

  @Override
  protected StatementBooks books() {
    return new JdbcStatementBooks(StatementTables.JDBC);
  }

  @Override
  protected Transactions transactions() {
    return StatementTables.TRANSACTIONS;
  }

  @Override
  protected void empty() {
    StatementTables.clear();
  }

  /** A million lines are to take a minute; this has a tenth of that speed. */
  @Test
  void linesAreStoredFast() {
    Statement statement = claimed(DAY);
    List<StatementLine> lines =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(
                i -> payment(i, "PAY%029d".formatted(i), "42000018522026112212%08d".formatted(i)))
            .toList();
    long begun = System.nanoTime();
    for (int first = 0; first < lines.size(); first += 5000) {
      List<StatementLine> chunk = lines.subList(first, first + 5000);
      transactions().run(() -> lines().add(statement, chunk));
    }
    long perSecond = lines.size() * 1_000_000_000L / (System.nanoTime() - begun);

    assertThat(perSecond).isGreaterThan(1_600);
    assertThat(StatementTables.rows("t_statement_line")).isEqualTo(lines.size());
  }
}
