package com.yuge.payment.consumer;

import java.math.BigDecimal;

/**
 * What the lines of a statement add up to.
 *
 * @param foreignLines number of lines about payments of other systems; these were not compared
 * @param fees the sum of the fees; below zero if more was given back than taken
 */
public record StatementTotals(
    int lines, int foreignLines, BigDecimal paid, BigDecimal refunded, BigDecimal fees) {
  static StatementTotals of(EventFields fields) {
    return new StatementTotals(
        fields.count("lines"),
        fields.count("foreignLines"),
        fields.amount("paid"),
        fields.amount("refunded"),
        fields.amount("fees"));
  }
}
