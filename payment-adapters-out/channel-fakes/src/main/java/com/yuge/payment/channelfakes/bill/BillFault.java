package com.yuge.payment.channelfakes.bill;

import java.math.BigDecimal;

/**
 * What is wrong with a daily bill. Those down to {@link #WRONG_TOTALS} spoil the file and count
 * only for all trades. The others spoil the lines of one trade or of all, and the totals agree with
 * them.
 */
public enum BillFault {
  NONE,
  /** The bill is not ready, however late it is. */
  LATE,
  /** There is no bill, whatever the books hold. */
  MISSING,
  /** The address of the file is no longer good. */
  EXPIRED,
  /** The hash is of another file; Alipay tells none. */
  WRONG_HASH,
  /** The list of lines ends in its middle; a hash is of the whole file. */
  TRUNCATED,
  /** The totals are 0.01 more than the sums of the lines. */
  WRONG_TOTALS,
  /** The lines are missing. */
  OMITTED,
  /** Each line comes twice. */
  DOUBLED,
  /** Each amount is 0.01 less. */
  SHORT,
  /** Each fee is 0.05 more. */
  OVERCHARGED;

  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal SURCHARGE = new BigDecimal("0.05");

  /** Returns how often a line is in the bill. */
  public int copies() {
    return switch (this) {
      case OMITTED -> 0;
      case DOUBLED -> 2;
      default -> 1;
    };
  }

  /** Returns an amount as a line shows it; it may be negative. */
  public BigDecimal amount(BigDecimal booked) {
    return this == SHORT
        ? booked.subtract(CENT.multiply(BigDecimal.valueOf(booked.signum())))
        : booked;
  }

  /** Returns a fee as a line shows it, counted as what the merchant pays. */
  public BigDecimal fee(BigDecimal booked) {
    return this == OVERCHARGED ? booked.add(SURCHARGE) : booked;
  }

  /** Returns a total as the summary shows it. */
  public BigDecimal total(BigDecimal sum) {
    return this == WRONG_TOTALS ? sum.add(CENT) : sum;
  }

  /** Returns the part of a file that comes. */
  public String file(String whole) {
    return this == TRUNCATED ? whole.substring(0, whole.length() / 2) : whole;
  }
}
