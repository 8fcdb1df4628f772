package com.yuge.payment.domain.statement;

/**
 * How far the comparison of a statement with our books is.
 *
 * @param walk the part that is compared now
 * @param row the last row of the walk that was compared
 * @param discrepancies how many discrepancies this run has found
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
