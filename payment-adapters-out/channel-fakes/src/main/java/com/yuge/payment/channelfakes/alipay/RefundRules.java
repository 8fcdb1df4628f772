package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.alipay.BookedRefund.Wanted;
import java.math.BigDecimal;

/** The rules by which Alipay refuses refunds. */
final class RefundRules {
  private RefundRules() {}

  static ApiError refused() {
    return ApiError.business("ACQ.REASON_TRADE_REFUND_FEE_ERR", "退款金额无效");
  }

  /** A new refund needs a paid trade with enough money left. */
  static void requireAllowed(BookedTrade trade, Wanted wanted) {
    switch (trade.status()) {
      case UNSCANNED -> throw ApiError.noTrade();
      case WAIT_BUYER_PAY -> throw ApiError.business("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
      case TRADE_CLOSED -> throw ApiError.business("ACQ.TRADE_HAS_CLOSE", "交易已经关闭");
      case TRADE_FINISHED -> throw ApiError.business("ACQ.TRADE_HAS_FINISHED", "交易已完结");
      case TRADE_SUCCESS -> requireCovered(trade, wanted);
    }
  }

  private static void requireCovered(BookedTrade trade, Wanted wanted) {
    BigDecimal amount = wanted.amount().amount();
    BigDecimal total = trade.total().amount();
    if (amount.compareTo(total) > 0) {
      throw refused();
    }
    // Without a number of its own, a refund must be of the whole trade.
    boolean partOfWhole =
        wanted.outRequestNo().equals(trade.outTradeNo()) && amount.compareTo(total) != 0;
    if (partOfWhole || trade.held().add(amount).compareTo(total) > 0) {
      throw ApiError.business("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "撤销或退款金额与订单金额不一致");
    }
  }

  /** A number that is repeated must have the same amount. */
  static void requireSame(BookedRefund known, Wanted wanted) {
    if (!known.amount().equals(wanted.amount())) {
      throw ApiError.business("ACQ.DISCORDANT_REPEAT_REQUEST", "请求信息不一致");
    }
  }

  static void requireNoFault(RefundFault fault) {
    switch (fault.kind()) {
      case NONE, LATE, LATE_SILENT, DONE_AFTER_REFUSED -> {}
      case REFUSED -> throw refused();
      case REFUSED_UNSIGNED -> throw refused().unsigned();
      case NO_BALANCE -> throw ApiError.business("ACQ.SELLER_BALANCE_NOT_ENOUGH", "卖家余额不足");
    }
  }
}
