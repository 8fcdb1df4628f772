package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.BillFee;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A payment or a refund in a statement.
 *
 * @param kind PAYMENT, REFUND or REVOKED
 * @param fee what the merchant pays; negative where a refund gives it back
 */
record StatementLine(Instant at, String kind, Numbers numbers, BigDecimal amount, BigDecimal fee) {
  static final String COLUMNS =
      "time,kind,pay_no,trade_no,refund_no,channel_refund_no,amount,currency,fee";
  static final Comparator<StatementLine> BY_TIME = Comparator.comparing(StatementLine::at);

  private static final String PAYMENT = "PAYMENT";
  private static final String REFUND = "REFUND";

  /** The numbers of a payment, and of a refund if the line is one. */
  record Numbers(
      String payNo, String tradeNo, @Nullable String refundNo, @Nullable String channelRefundNo) {}

  /** Returns the lines of a day: payments, and refunds that are done. */
  static Stream<StatementLine> of(BookedTrade trade, BillDay day) {
    Stream<StatementLine> payments =
        trade.payments().stream()
            .filter(payment -> payment.status() == Status.SUCCESS)
            .map(payment -> of(trade, payment));
    Stream<StatementLine> refunds =
        trade.refunds().stream()
            .filter(refund -> refund.refundedAt() != null)
            .map(refund -> of(trade, refund));
    return Stream.concat(payments, refunds).filter(line -> day.contains(line.at));
  }

  private static StatementLine of(BookedTrade trade, Payment payment) {
    Numbers numbers = new Numbers(trade.payNo().value(), payment.tradeNo().value(), null, null);
    return of(payment.at(), numbers, payment.amount().amount());
  }

  private static StatementLine of(BookedTrade trade, BookedRefund refund) {
    Numbers numbers =
        new Numbers(
            trade.payNo().value(),
            refund.tradeNo().value(),
            refund.refundNo().value(),
            refund.channelRefundNo());
    return of(Objects.requireNonNull(refund.refundedAt()), numbers, refund.amount().amount());
  }

  /** A line that is in no books. */
  static StatementLine of(ExtraLine extra) {
    Numbers numbers =
        new Numbers(
            extra.outTradeNo(),
            extra.tradeNo(),
            extra.outRefundNo(),
            extra.isRefund() ? extra.channelRefundNo() : null);
    return of(extra.at(), numbers, extra.amount());
  }

  private static StatementLine of(Instant at, Numbers numbers, BigDecimal amount) {
    boolean refund = numbers.refundNo() != null;
    BigDecimal fee = BillFee.of(amount);
    return new StatementLine(
        at, refund ? REFUND : PAYMENT, numbers, amount, refund ? fee.negate() : fee);
  }

  boolean isRefund() {
    return kind.equals(REFUND);
  }

  boolean isGivenBack() {
    return !kind.equals(PAYMENT);
  }

  StatementLine spoiled(BillFault fault) {
    boolean revoked = fault == BillFault.REVOKED && !isRefund();
    return new StatementLine(
        at, revoked ? "REVOKED" : kind, numbers, fault.amount(amount, isRefund()), fault.fee(fee));
  }

  /** A cell that does not concern the line is empty. */
  String written() {
    return String.join(
        ",",
        at.toString(),
        kind,
        numbers.payNo(),
        numbers.tradeNo(),
        Objects.toString(numbers.refundNo(), ""),
        Objects.toString(numbers.channelRefundNo(), ""),
        amount.toPlainString(),
        "CNY",
        fee.toPlainString());
  }
}
