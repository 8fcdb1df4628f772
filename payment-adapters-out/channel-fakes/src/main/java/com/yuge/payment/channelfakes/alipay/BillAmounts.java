package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.BillFee;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The amounts of a line of a bill, or their sums, in yuan; those of refunds are negative.
 *
 * @param order what the order costs
 * @param received what the merchant receives of it
 * @param fee negative: the merchant pays it; positive where a refund gives it back
 */
record BillAmounts(BigDecimal order, BigDecimal received, BigDecimal fee) {
  static final BillAmounts ZERO = of(BigDecimal.ZERO.setScale(2), BigDecimal.ZERO.setScale(2));

  static BillAmounts of(Payment payment) {
    return of(payment.total().amount(), payment.received());
  }

  static BillAmounts of(ExtraLine line) {
    BigDecimal amount = line.isRefund() ? line.amount().negate() : line.amount();
    return of(amount, amount);
  }

  /** A coupon gets back its part of the refund. */
  static BillAmounts of(Payment payment, BookedRefund refund) {
    BigDecimal order = refund.amount().amount();
    BigDecimal received =
        order
            .multiply(payment.received())
            .divide(payment.total().amount(), Money.DECIMALS, RoundingMode.HALF_UP);
    return of(order.negate(), received.negate());
  }

  private static BillAmounts of(BigDecimal order, BigDecimal received) {
    return new BillAmounts(order, received, BillFee.of(received).negate());
  }

  /** What a coupon of the merchant paid. */
  BigDecimal coupon() {
    return order.subtract(received);
  }

  /** What the merchant has in the end. */
  BigDecimal net() {
    return received.add(fee);
  }

  BillAmounts spoiled(BillFault fault) {
    boolean refund = order.signum() < 0;
    return new BillAmounts(
        fault.amount(order, refund),
        fault.amount(received, refund),
        fault.fee(fee.negate()).negate());
  }

  BillAmounts plus(BillAmounts other) {
    return new BillAmounts(
        order.add(other.order), received.add(other.received), fee.add(other.fee));
  }

  /** The sums as the ends of both files show them. */
  BillAmounts totals(BillFault fault) {
    return new BillAmounts(fault.total(order), fault.total(received), fee);
  }
}
