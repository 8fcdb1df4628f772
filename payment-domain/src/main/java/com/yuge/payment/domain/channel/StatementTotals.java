package com.yuge.payment.domain.channel;

import java.math.BigDecimal;

/**
 * The sums of a statement's lines.
 *
 * @param lines how many lines there are
 * @param paid the sum of the payments
 * @param refunded the sum of the refunds and of the payments that were revoked
 * @param fees the sum of all fees
 */
public record StatementTotals(int lines, BigDecimal paid, BigDecimal refunded, BigDecimal fees) {
  public static final StatementTotals NONE =
      new StatementTotals(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  public StatementTotals plus(StatementLine line) {
    boolean givenBack = line.isRefund() || line.revoked();
    return new StatementTotals(
        lines + 1,
        givenBack ? paid : paid.add(line.amount()),
        givenBack ? refunded.add(line.amount()) : refunded,
        fees.add(line.fee()));
  }
}
