package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.BillFee;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The amounts of a line of a bill, or their sums, in yuan.
 *
 * @param settled the settlement amount of the payment; it is the price, because the fake's coupons
 *     are prepaid
 * @param coupon what a coupon paid of it
 * @param refunded the refunded amount
 * @param couponRefunded the part of it that goes back to the coupon
 * @param fee what the merchant pays; negative where a refund gives it back
 * @param total the price of the order
 * @param asked the amount that the merchant asked to refund
 */
record BillAmounts(
    BigDecimal settled,
    BigDecimal coupon,
    BigDecimal refunded,
    BigDecimal couponRefunded,
    BigDecimal fee,
    BigDecimal total,
    BigDecimal asked) {
  private static final BigDecimal NONE = BigDecimal.ZERO.setScale(2);
  private static final int DECIMALS_OF_FEE = 5;

  static final BillAmounts ZERO = new BillAmounts(NONE, NONE, NONE, NONE, NONE, NONE, NONE);

  static BillAmounts of(WechatPayment payment) {
    return paid(payment.total().amount(), payment.coupon().amount());
  }

  private static BillAmounts paid(BigDecimal total, BigDecimal coupon) {
    return new BillAmounts(total, coupon, NONE, NONE, BillFee.of(total), total, NONE);
  }

  static BillAmounts of(WechatRefund.Wanted refund) {
    return refunded(refund.refund().amount(), refund.couponRefund().amount());
  }

  private static BillAmounts refunded(BigDecimal asked, BigDecimal coupon) {
    return new BillAmounts(NONE, NONE, asked, coupon, BillFee.of(asked).negate(), NONE, asked);
  }

  static BillAmounts of(ExtraLine line) {
    return line.isRefund() ? refunded(line.amount(), NONE) : paid(line.amount(), NONE);
  }

  BillAmounts spoiled(BillFault fault) {
    return new BillAmounts(
        fault.amount(settled, false),
        coupon,
        fault.amount(refunded, true),
        couponRefunded,
        fault.fee(fee),
        fault.amount(total, false),
        fault.amount(asked, true));
  }

  BillAmounts revoked() {
    return new BillAmounts(NONE, NONE, settled, coupon, fee, NONE, total);
  }

  BillAmounts plus(BillAmounts other) {
    return new BillAmounts(
        settled.add(other.settled),
        coupon.add(other.coupon),
        refunded.add(other.refunded),
        couponRefunded.add(other.couponRefunded),
        fee.add(other.fee),
        total.add(other.total),
        asked.add(other.asked));
  }

  /** Returns the amounts of a line by the names of their columns. */
  Map<String, String> cells() {
    Map<String, String> cells = new HashMap<>();
    cells.put("应结订单金额", settled.toPlainString());
    cells.put("代金券金额", coupon.toPlainString());
    cells.put("退款金额", refunded.toPlainString());
    cells.put("充值券退款金额", couponRefunded.toPlainString());
    cells.put("手续费", fee.setScale(DECIMALS_OF_FEE).toPlainString());
    cells.put("订单金额", total.toPlainString());
    cells.put("申请退款金额", asked.toPlainString());
    return cells;
  }

  /** Returns the sums by the names of their columns. */
  Map<String, String> totals(BillFault fault) {
    Map<String, String> totals = new HashMap<>();
    totals.put("应结订单总金额", fault.total(settled).toPlainString());
    totals.put("退款总金额", fault.total(refunded).toPlainString());
    totals.put("充值券退款总金额", couponRefunded.toPlainString());
    totals.put("手续费总金额", fee.setScale(DECIMALS_OF_FEE).toPlainString());
    totals.put("订单总金额", fault.total(total).toPlainString());
    totals.put("申请退款总金额", fault.total(asked).toPlainString());
    return totals;
  }
}
