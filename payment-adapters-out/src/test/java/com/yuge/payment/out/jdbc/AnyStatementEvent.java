package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.shared.AggregateKey;
import com.yuge.payment.domain.shared.EventId;
import com.yuge.payment.domain.statement.StatementKey;
import com.yuge.payment.domain.statement.StatementMatched;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any event of a statement, with sums as large as their columns. */
final class AnyStatementEvent {
  private static final BigDecimal LARGEST = new BigDecimal("999999999999999.99");
  private static final BigDecimal LARGEST_FEES = new BigDecimal("999999999999999.99999");

  private AnyStatementEvent() {}

  static Arbitrary<StatementMatched> any() {
    return Combinators.combine(
            Arbitraries.longs().greaterOrEqual(1),
            keys(),
            counts(1),
            totals(),
            counts(0),
            counts(0),
            AnyValue.instants())
        .as(
            (id, key, run, totals, foreign, discrepancies, at) ->
                new StatementMatched(
                    new EventId("STATEMENT-" + id + "-" + run),
                    new AggregateKey("STATEMENT-" + id),
                    key,
                    run,
                    totals,
                    foreign,
                    discrepancies,
                    at));
  }

  private static Arbitrary<StatementKey> keys() {
    return Combinators.combine(
            AnyValue.channels(), AnyValue.channelsNumbers(), days(), AnyValue.callersNumbers())
        .as(StatementKey::new);
  }

  private static Arbitrary<LocalDate> days() {
    return AnyValue.instants().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  private static Arbitrary<StatementTotals> totals() {
    Arbitrary<BigDecimal> sums =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, LARGEST).ofScale(2);
    Arbitrary<BigDecimal> fees =
        Arbitraries.bigDecimals().between(LARGEST_FEES.negate(), LARGEST_FEES).ofScale(5);
    return Combinators.combine(counts(0), sums, sums, fees).as(StatementTotals::new);
  }

  private static Arbitrary<Integer> counts(int least) {
    return Arbitraries.integers().greaterOrEqual(least);
  }
}
