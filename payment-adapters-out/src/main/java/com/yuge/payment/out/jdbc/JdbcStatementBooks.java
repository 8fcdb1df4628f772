package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.statement.LineFacts;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementBooks;
import com.yuge.payment.domain.statement.UnlistedMoney;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link StatementBooks}; each statement reads a limited range of a key. */
final class JdbcStatementBooks implements StatementBooks {
  /** Rows read at a time while a day's first payment or refund is looked for. */
  private static final int CHUNK = 1000;

  private final JdbcClient jdbc;
  private final BookedMoneyRows payments;
  private final BookedMoneyRows refunds;

  JdbcStatementBooks(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.payments = BookedMoneyRows.payments(jdbc);
    this.refunds = BookedMoneyRows.refunds(jdbc);
  }

  @Override
  public List<LineFacts> lines(Statement statement, long afterLine, int limit) {
    return lines(statement.key().channel().name(), statement.id(), afterLine, limit);
  }

  @Override
  public Optional<LineFacts> line(long statementId, int line) {
    return channel(statementId)
        .flatMap(channel -> lines(channel, statementId, line - 1L, 1).stream().findFirst())
        .filter(facts -> facts.line().number() == line);
  }

  private Optional<String> channel(long statementId) {
    return StoreErrors.ask(
        () ->
            jdbc.sql("SELECT channel FROM t_statement WHERE id = ?")
                .param(statementId)
                .query(String.class)
                .optional());
  }

  private List<LineFacts> lines(String channel, long id, long after, int limit) {
    return StoreErrors.ask(
            () ->
                jdbc.sql(StatementLineRow.SELECT)
                    .param("channel", channel)
                    .param("id", id)
                    .param("after", after)
                    .param("most", limit)
                    .query(StatementLineRow::map)
                    .list())
        .stream()
        .sorted(Comparator.comparingInt(facts -> facts.line().number()))
        .toList();
  }

  @Override
  public UnlistedMoney.Chunk unlistedPayments(Day day, long afterRow, int limit) {
    return StoreErrors.ask(() -> payments.unlisted(day, afterRow, limit));
  }

  @Override
  public UnlistedMoney.Chunk unlistedRefunds(Day day, long afterRow, int limit) {
    return StoreErrors.ask(() -> refunds.unlisted(day, afterRow, limit));
  }

  @Override
  public boolean hasPayment(Day day) {
    return StoreErrors.ask(() -> payments.hasDated(day, CHUNK));
  }

  @Override
  public boolean hasMoney(Day day) {
    return StoreErrors.ask(() -> payments.hasAny(day, CHUNK) || refunds.hasAny(day, CHUNK));
  }
}
