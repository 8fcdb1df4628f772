package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A pay order as the version before t_pay_trade read it, and its rules, copied from 79cc213. */
record PreviousOrder(
    PayNo payNo,
    Money amount,
    PayStatus status,
    int version,
    Instant expireAt,
    @Nullable String tradeNo,
    @Nullable String lateTradeNo,
    @Nullable String mismatchTradeNo) {

  static final String SELECT =
      """
      SELECT id, pay_no, order_no, amount, currency, channel, status, version, expire_at,
             created_at, updated_at, pay_url, channel_trade_no, paid_at,
             late_trade_no, late_amount, late_currency, late_at,
             mismatch_trade_no, mismatch_amount, mismatch_currency, mismatch_at
      FROM t_pay_order
      """;

  /** What became of a channel's result; an audit's detail began with these names. */
  enum PaymentOutcome {
    Applied,
    LateSuccess,
    Mismatch,
    Duplicate,
    Ignored
  }

  static PreviousOrder map(ResultSet row, int rowNumber) throws SQLException {
    return new PreviousOrder(
        new PayNo(row.getString("pay_no")),
        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
        PayStatus.valueOf(row.getString("status")),
        row.getInt("version"),
        Utc.instant(row, "expire_at"),
        row.getString("channel_trade_no"),
        row.getString("late_trade_no"),
        row.getString("mismatch_trade_no"));
  }

  PaymentOutcome paid(String trade, @Nullable Money said) {
    if (said != null && !said.equals(amount)) {
      return mismatched(trade);
    }
    if (said == null && trade.equals(mismatchTradeNo)) {
      return PaymentOutcome.Duplicate;
    }
    return status.isOpen() ? PaymentOutcome.Applied : paidAgain(trade);
  }

  private PaymentOutcome paidAgain(String trade) {
    boolean paid = status == PayStatus.SUCCESS && trade.equals(tradeNo);
    if (paid || trade.equals(lateTradeNo)) {
      return PaymentOutcome.Duplicate;
    }
    boolean taken = status == PayStatus.SUCCESS || lateTradeNo != null;
    return taken ? mismatched(trade) : PaymentOutcome.LateSuccess;
  }

  private PaymentOutcome mismatched(String trade) {
    return trade.equals(mismatchTradeNo) ? PaymentOutcome.Duplicate : PaymentOutcome.Mismatch;
  }

  PaymentOutcome failed() {
    return status.isOpen() ? PaymentOutcome.Applied : PaymentOutcome.Ignored;
  }
}
