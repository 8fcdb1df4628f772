package com.yuge.payment.channelfakes.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The fee that a fake channel takes of each payment, and gives back with each refund. */
public final class BillFee {
  /** The rate as a bill shows it. */
  public static final String RATE = "0.60%";

  private static final BigDecimal FACTOR = new BigDecimal("0.0060");
  private static final int DECIMALS = 2;

  private BillFee() {}

  /** Returns the fee of this amount, rounded half up to 0.01 as both channels do for each line. */
  public static BigDecimal of(BigDecimal amount) {
    return amount.multiply(FACTOR).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
