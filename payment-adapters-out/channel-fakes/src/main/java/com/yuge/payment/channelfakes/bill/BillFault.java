package com.yuge.payment.channelfakes.bill;

import java.math.BigDecimal;

/**
 * The fault of a daily bill. The faults down to {@link #WRONG_TOTALS} spoil the file, and can be
 * set for all trades only. The others spoil the lines of one trade or of all trades, and the totals
 * agree with the lines.
 */
public enum BillFault {
  NONE,
  /** The bill is not ready, however late it is. */
  LATE,
  /** There is no bill, whatever the books hold. */
  MISSING,
  /** The address of the file is no longer good. */
  EXPIRED,
  /** The hash is of another file; Alipay sends none. */
  WRONG_HASH,
  /** The file ends in its middle; the hash is that of the whole file. */
  TRUNCATED,
  /** The totals are 0.01 more than the sums of the lines. */
  WRONG_TOTALS,
  /** The lines are missing. */
  OMITTED,
  /** The lines of refunds are missing. */
  REFUNDS_OMITTED,
  /** Each line comes twice. */
  DOUBLED,
  /** Each amount is 0.01 less. */
  SHORT,
  /** Each amount is 0.01 more. */
  OVER,
  /** The amount of each refund is 0.01 less. */
  REFUNDS_SHORT,
  /** The amount of each refund is 0.01 more. */
  REFUNDS_OVER,
  /** Each fee is 0.05 more. */
  OVERCHARGED,
  /** Each fee is 0.01 more, as if it were rounded in another way. */
  FEE_ROUNDED,
  /** The lines say that the payments were revoked; Alipay's bills have no such state. */
  REVOKED,
  /** The lines are in the bill of the next day. */
  NEXT_DAY,
  /** The refunds are of a recharged balance, for which WeChat Pay has a bill of its own. */
  RECHARGED;

  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal SURCHARGE = new BigDecimal("0.05");

  /** Returns how often a line is in the bill. */
  public int copies(boolean ofRefund) {
    return switch (this) {
      case OMITTED -> 0;
      case REFUNDS_OMITTED -> ofRefund ? 0 : 1;
      case DOUBLED -> 2;
      default -> 1;
    };
  }

  /** Returns an amount as a line shows it; it may be negative. */
  public BigDecimal amount(BigDecimal booked, boolean ofRefund) {
    return switch (this) {
      case SHORT -> longer(booked, CENT.negate());
      case OVER -> longer(booked, CENT);
      case REFUNDS_SHORT -> ofRefund ? longer(booked, CENT.negate()) : booked;
      case REFUNDS_OVER -> ofRefund ? longer(booked, CENT) : booked;
      default -> booked;
    };
  }

  private static BigDecimal longer(BigDecimal amount, BigDecimal by) {
    return amount.add(by.multiply(BigDecimal.valueOf(amount.signum())));
  }

  /** Returns a fee as a line shows it, counted as what the merchant pays. */
  public BigDecimal fee(BigDecimal booked) {
    return switch (this) {
      case OVERCHARGED -> booked.add(SURCHARGE);
      case FEE_ROUNDED -> booked.add(CENT);
      default -> booked;
    };
  }

  /** Returns the day whose lines are in the bill of this day. */
  public BillDay listed(BillDay bill) {
    return this == NEXT_DAY ? bill.previous() : bill;
  }

  /** Returns a total as the summary shows it. */
  public BigDecimal total(BigDecimal sum) {
    return this == WRONG_TOTALS ? sum.add(CENT) : sum;
  }

  /** Returns the part of a file that is served. */
  public String file(String whole) {
    return this == TRUNCATED ? whole.substring(0, whole.length() / 2) : whole;
  }
}
