package com.yuge.payment.channelfakes.wechat;

import java.util.List;

/**
 * The kinds of trade bills, with the columns that WeChat Pay's page "交易账单详细说明" lists. Older files
 * of SUCCESS bills end with all seven totals.
 */
enum BillType {
  /** The payments and the refunds of a day. */
  ALL("微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,", "申请退款金额,", Totals.ALL),
  /** The payments of a day. */
  SUCCESS("", "", "总交易单数,应结订单总金额,手续费总金额,订单总金额"),
  /** The refunds of a day. */
  REFUND(Columns.OF_REFUNDS, "申请退款金额,", Totals.ALL),
  /** The refunds of a day to a recharged balance; they are in no other bill. */
  RECHARGE_REFUND(Columns.OF_REFUNDS, "申请退款金额,", Totals.ALL);

  private final String columns;
  private final String totals;

  BillType(String ofRefunds, String asked, String totals) {
    this.columns =
        "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,"
            + ofRefunds
            + "商品名称,商户数据包,手续费,费率,订单金额,"
            + asked
            + "费率备注";
    this.totals = totals;
  }

  /** An enum's constants cannot use its own static fields. */
  private static final class Columns {
    static final String OF_REFUNDS = "退款申请时间,退款成功时间,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,";
  }

  private static final class Totals {
    static final String ALL = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
  }

  List<String> columns() {
    return List.of(columns.split(","));
  }

  List<String> totals() {
    return List.of(totals.split(","));
  }

  /**
   * Returns whether a line is in such a bill.
   *
   * @param recharged whether refunds go to a recharged balance
   */
  boolean holds(BillLine line, boolean recharged) {
    return switch (this) {
      case ALL -> !line.isRefund() || !recharged;
      case SUCCESS -> !line.isRefund();
      case REFUND -> line.isRefund() && !recharged;
      case RECHARGE_REFUND -> line.isRefund() && recharged;
    };
  }
}
