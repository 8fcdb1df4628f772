package com.yuge.payment.domain.channel;

import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment or a refund in a channel's statement. Numbers are as the channel writes them, because
 * an account may also have trades of other systems.
 *
 * @param number counts the lines of the statement, from 1
 * @param outTradeNo the merchant's number of the payment
 * @param tradeNo the channel's number of the payment
 * @param outRefundNo the merchant's number of the refund; null for a payment
 * @param channelRefundNo the channel's number of the refund; null if there is none
 * @param amount the amount that was paid or given back, with two decimals, never below zero
 * @param feeBase the amount on which the channel charges its fee, with two decimals, never below
 *     zero; less than the amount if a coupon of the merchant paid a part of it
 * @param fee the fee that the merchant pays, with up to five decimals; below zero if the channel
 *     gives the fee back
 * @param revoked the channel took the payment back without a refund
 * @param at when it was paid, or when the refund was accepted or done, as the channel dates it
 */
public record StatementLine(
    int number,
    String outTradeNo,
    String tradeNo,
    @Nullable String outRefundNo,
    @Nullable String channelRefundNo,
    BigDecimal amount,
    BigDecimal feeBase,
    BigDecimal fee,
    boolean revoked,
    Instant at) {

  public StatementLine {
    if (number < 1) {
      throw new IllegalArgumentException("lines are counted from 1, not from " + number);
    }
    if (amount.signum() < 0 || amount.scale() != Money.DECIMALS) {
      throw new IllegalArgumentException("line " + number + " needs an amount with two decimals");
    }
    if (feeBase.signum() < 0 || feeBase.scale() != Money.DECIMALS) {
      throw new IllegalArgumentException("line " + number + " needs a fee base with two decimals");
    }
    if (revoked && outRefundNo != null) {
      throw new IllegalArgumentException("line " + number + " is a refund and cannot be revoked");
    }
  }

  /** A line whose fee is charged on the whole amount. */
  public StatementLine(
      int number,
      String outTradeNo,
      String tradeNo,
      @Nullable String outRefundNo,
      @Nullable String channelRefundNo,
      BigDecimal amount,
      BigDecimal fee,
      boolean revoked,
      Instant at) {
    this(
        number,
        outTradeNo,
        tradeNo,
        outRefundNo,
        channelRefundNo,
        amount,
        amount,
        fee,
        revoked,
        at);
  }

  /**
   * The subject of the line: the merchant's number of the refund, or the channel's number of the
   * payment.
   */
  public String subject() {
    return outRefundNo == null ? tradeNo : outRefundNo;
  }

  public boolean isRefund() {
    return outRefundNo != null;
  }
}
