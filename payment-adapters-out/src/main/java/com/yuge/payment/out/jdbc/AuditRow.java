package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditChunk;
import com.yuge.payment.domain.audit.AuditDay;
import com.yuge.payment.domain.audit.AuditFact;
import java.time.Instant;
import java.util.List;

/** A row that an audit has walked over. */
record AuditRow(long number, Instant at, AuditFact fact) {
  // The clock of an instance may be wrong, so the day ends only when a whole chunk is younger.
  static AuditChunk chunk(List<AuditRow> rows, AuditDay day, long after, int limit) {
    Instant surelyAfter = day.end().plus(RowsInTime.DISORDER);
    boolean end =
        rows.size() < limit || rows.stream().allMatch(row -> row.at().isAfter(surelyAfter));
    return new AuditChunk(
        rows.stream().map(AuditRow::fact).toList(),
        rows.stream().mapToLong(AuditRow::number).max().orElse(after),
        end);
  }
}
