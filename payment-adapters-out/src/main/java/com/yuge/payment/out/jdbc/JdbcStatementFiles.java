package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementFiles;
import com.yuge.payment.domain.statement.Statements;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link StatementFiles} in t_statement_chunk, in parts of 1 MiB. */
final class JdbcStatementFiles implements StatementFiles {
  static final int PART = 1 << 20;

  /** Older parts that one transaction removes; few, because each is 1 MiB. */
  static final int MOST_REMOVED = 16;

  /** If the channel sends nothing for this long, another instance may claim the statement. */
  private static final Duration HOLD = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Statements statements;

  JdbcStatementFiles(JdbcClient jdbc, Transactions transactions, Statements statements) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.statements = statements;
  }

  @Override
  public Incoming replace(Statement statement, Runnable beforePart) {
    return new StatementPartsOutput(PART, new Parts(statement, beforePart));
  }

  @Override
  public InputStream open(Statement statement) {
    return new StatementPartsInput(part -> part(statement, part));
  }

  private Optional<byte[]> part(Statement statement, int part) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(
                    """
                    SELECT content FROM t_statement_chunk
                    WHERE statement_id = ? AND run = ? AND part_no = ?
                    """)
                .params(statement.id(), statement.run(), part)
                .query((row, n) -> row.getBytes("content"))
                .optional());
  }

  /** The parts of one statement; each transaction first checks that it is still ours. */
  private final class Parts implements StatementPartsOutput.Parts {
    private final Statement statement;
    private final Runnable beforePart;

    Parts(Statement statement, Runnable beforePart) {
      this.statement = statement;
      this.beforePart = beforePart;
    }

    @Override
    public void removeAll() {
      int removed;
      do {
        removed = transactions.call(this::removeSome);
      } while (removed == MOST_REMOVED);
    }

    private int removeSome() {
      statements.renew(statement, HOLD);
      return jdbc.sql(
              """
              DELETE FROM t_statement_chunk
              WHERE statement_id = ? AND run = ? ORDER BY part_no LIMIT ?
              """)
          .params(statement.id(), statement.run(), MOST_REMOVED)
          .update();
    }

    @Override
    public void add(int part, byte[] content) {
      beforePart.run();
      transactions.run(
          () -> {
            statements.renew(statement, HOLD);
            RowCounts.one(
                jdbc.sql(
                        """
                        INSERT INTO t_statement_chunk (statement_id, run, part_no, content, created_at)
                        VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))
                        """)
                    .params(statement.id(), statement.run(), part, content)
                    .update());
          });
    }
  }
}
