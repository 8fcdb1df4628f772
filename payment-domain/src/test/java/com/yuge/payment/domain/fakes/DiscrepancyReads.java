package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.fakes.StatementTables.ChangeRow;
import com.yuge.payment.domain.fakes.StatementTables.DiscrepancyRow;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.Discrepancy.State;
import com.yuge.payment.domain.statement.DiscrepancyChange;
import com.yuge.payment.domain.statement.DiscrepancyFilter;
import com.yuge.payment.domain.statement.DiscrepancyType;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists discrepancies and their history. */
record DiscrepancyReads(StatementTables tables) {
  List<DiscrepancyChange> changes(long id) {
    return tables.changes.visible().stream()
        .filter(row -> row.discrepancy() == id)
        .map(ChangeRow::change)
        .toList();
  }

  List<Discrepancy> list(DiscrepancyFilter filter, long after, int limit) {
    return all().filter(one -> one.id() > after && isIn(filter, one)).limit(limit).toList();
  }

  private Stream<Discrepancy> all() {
    return tables.discrepancies.visible().stream()
        .map(DiscrepancyRow::discrepancy)
        .sorted(Comparator.comparingLong(Discrepancy::id));
  }

  private static boolean isIn(DiscrepancyFilter filter, Discrepancy one) {
    return (filter.state() == null || filter.state() == one.state())
        && (filter.type() == null || filter.type() == one.difference().type())
        && (filter.channel() == null || filter.channel().equals(one.channel()))
        && (filter.payNo() == null || filter.payNo().equals(one.difference().payNo()));
  }

  Map<DiscrepancyType, Integer> countOpen(int limit) {
    Map<DiscrepancyType, Integer> counts = new EnumMap<>(DiscrepancyType.class);
    all()
        .filter(one -> one.state() == State.OPEN)
        .limit(limit)
        .forEach(one -> counts.merge(one.difference().type(), 1, Integer::sum));
    return counts;
  }
}
