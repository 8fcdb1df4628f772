package com.yuge.payment.domain.statement;

/**
 * How far a statement is compared with our books.
 *
 * @param walk what is compared next
 * @param row the last row of the walk that was compared
 * @param discrepancies how many this run has shown
 */
public record StatementProgress(StatementWalk walk, long row, int discrepancies) {
  static final StatementProgress NONE = new StatementProgress(StatementWalk.LINES, 0, 0);

  StatementProgress at(StatementWalk nextWalk, long nextRow) {
    return new StatementProgress(nextWalk, nextRow, discrepancies);
  }

  StatementProgress plus(int more) {
    return new StatementProgress(walk, row, discrepancies + more);
  }
}
