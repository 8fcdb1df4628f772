package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.fakes.StatementTables.LineKey;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementLines;
import java.util.List;

/** {@link StatementLines} in memory. */
public final class InMemoryStatementLines implements StatementLines {
  private final InMemoryStore store;

  public InMemoryStatementLines(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public void add(Statement statement, List<StatementLine> lines) {
    store.run(() -> lines.forEach(line -> add(new LineKey(statement.id(), line.number()), line)));
  }

  private void add(LineKey key, StatementLine line) {
    if (!store.statements.lines.insert(key, line)) {
      throw new IllegalStateException("the line is there already: " + key);
    }
  }

  @Override
  public int remove(Statement statement, int most) {
    return store.call(
        () -> {
          List<StatementLine> first =
              store.statements.linesOf(statement.id()).stream().limit(most).toList();
          first.forEach(line -> remove(new LineKey(statement.id(), line.number())));
          return first.size();
        });
  }

  private void remove(LineKey key) {
    store.statements.lines.removeIfThere(key);
  }
}
