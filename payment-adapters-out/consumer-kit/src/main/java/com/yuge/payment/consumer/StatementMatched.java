package com.yuge.payment.consumer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Each line of a channel's daily statement has been compared with the payment service's books. It
 * is about no order, so the header has the statement's key as its pay number and its order number.
 *
 * @param run how often the statement was fetched and matched, this run included
 * @param totals what its lines add up to
 * @param discrepancies number of differences that the lines showed in this run
 */
public record StatementMatched(
    EventHeader header, StatementDay statement, int run, StatementTotals totals, int discrepancies)
    implements PaymentEvent {
  static StatementMatched of(EventFields fields) {
    return new StatementMatched(
        EventHeader.ofStatement(fields),
        StatementDay.of(fields),
        fields.count("run"),
        StatementTotals.of(fields),
        fields.count("discrepancies"));
  }

  @Override
  public PaymentEventTag tag() {
    return PaymentEventTag.STATEMENT_MATCHED;
  }

  @Override
  public @Nullable BigDecimal amount() {
    return null;
  }

  @Override
  public @Nullable String tradeNo() {
    return null;
  }

  @Override
  public void handleBy(PaymentEventHandler handler) {
    handler.onStatementMatched(this);
  }
}
