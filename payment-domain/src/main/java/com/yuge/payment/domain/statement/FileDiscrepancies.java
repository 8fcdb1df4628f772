package com.yuge.payment.domain.statement;

import com.yuge.payment.domain.shared.OperatorReason;
import java.time.Clock;
import java.util.List;

/** Discrepancies of whole files, and those that a file resolves. */
record FileDiscrepancies(Discrepancies discrepancies, Clock clock) {
  private static final String US = "statements";

  void found(Statement statement, DiscrepancyType type, String ours, String theirs) {
    Difference difference =
        new Difference(type, statement.key().subject(), null, null, null, ours, theirs);
    discrepancies.record(statement, List.of(difference), clock.instant());
  }

  /** What the file lacked is there now. */
  void came(Statement statement, DiscrepancyType type) {
    discrepancies.fileCame(statement, type, because("a later file"), clock.instant());
  }

  /** These lines may be missing payments and refunds of earlier days. */
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
