package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditChunk;
import com.yuge.payment.domain.audit.AuditDay;
import com.yuge.payment.domain.audit.AuditFact;
import java.time.Instant;
import java.util.List;

/** A row that an audit has walked over. */
interface WalkedRow {
  long number();

  Instant at();

  /** The facts that were read; empty if the row is only added up. */
  List<AuditFact> facts();

  // The clock of an instance may be wrong, so the day ends only when a whole chunk is younger.
  static AuditChunk chunk(List<? extends WalkedRow> rows, AuditDay day, long after, int limit) {
    Instant surelyAfter = day.end().plus(RowsInTime.DISORDER);
    boolean end =
        rows.size() < limit || rows.stream().allMatch(row -> row.at().isAfter(surelyAfter));
    return new AuditChunk(
        rows.stream().flatMap(row -> row.facts().stream()).toList(),
        rows.stream().mapToLong(WalkedRow::number).max().orElse(after),
        end);
  }
}
