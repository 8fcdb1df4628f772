package com.yuge.payment.channelfakes.bill;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bill that is in no books, such as one of another system at the same merchant.
 *
 * @param outRefundNo null if it is a payment
 * @param amount with at most two decimals, above zero, also for a refund
 * @param at when it happened; the line is in the bill of this day
 */
public record ExtraLine(
    String outTradeNo,
    String tradeNo,
    @Nullable String outRefundNo,
    BigDecimal amount,
    Instant at) {
  private static final int DECIMALS = 2;

  public ExtraLine {
    amount = amount.setScale(DECIMALS);
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("amount must be above zero");
    }
  }

  /** A payment. */
  public static ExtraLine payment(
      String outTradeNo, String tradeNo, BigDecimal amount, Instant at) {
    return new ExtraLine(outTradeNo, tradeNo, null, amount, at);
  }

  public boolean isRefund() {
    return outRefundNo != null;
  }

  /** Returns the channel's number of the refund, the same each time. */
  public String channelRefundNo() {
    return "EXTRA_" + outRefundNo;
  }
}
