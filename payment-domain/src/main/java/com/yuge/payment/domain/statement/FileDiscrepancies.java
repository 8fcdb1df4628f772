package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Clock;
import java.util.List;

/** Records discrepancies about whole files, and resolves those that a new file settles. */
record FileDiscrepancies(Discrepancies discrepancies, Clock clock) {
  private static final String US = "statements";
  private static final int SHORT_HASH = 12;

  void found(Statement statement, DiscrepancyType type, String ours, String theirs) {
    record(statement, type, statement.key().subject(), ours, theirs);
  }

  /** A second change is a discrepancy of its own, because the first one may be resolved by then. */
  void changed(Statement statement, String before, String after) {
    String subject = statement.key().subject() + " " + after.substring(0, SHORT_HASH);
    record(statement, DiscrepancyType.FILE_CHANGED, subject, before, after);
  }

  private void record(
      Statement statement, DiscrepancyType type, String subject, String ours, String theirs) {
    Difference difference = new Difference(type, subject, null, null, null, ours, theirs);
    discrepancies.record(statement, List.of(difference), clock.instant());
  }

  /** The file that was missing or wrong is there now. */
  void came(Statement statement, DiscrepancyType type) {
    discrepancies.fileCame(statement, type, because("a later file"), clock.instant());
  }

  /** These lines may be the payments and refunds that earlier statements lacked. */
  void cameIn(Statement statement, List<LineFacts> lines) {
    int first = lines.get(0).line().number();
    int last = lines.get(lines.size() - 1).line().number();
    OperatorReason reason = because("listed by " + statement.key());
    discrepancies.foundIn(statement, first, last, reason, clock.instant());
  }

  static OperatorReason because(String reason) {
    return new OperatorReason(US, reason);
  }
}
