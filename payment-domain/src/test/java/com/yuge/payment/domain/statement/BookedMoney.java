package com.yuge.payment.domain.statement;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.applied;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;

import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.fixtures.RefundBook;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundProgress;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payments and refunds in our books, and the lines that a channel lists them with. */
record BookedMoney(InMemoryPayments payments) {
  private static final BigDecimal FEE = new BigDecimal("0.60");

  /** An order that was paid now; we hear of it a minute later. */
  PayOrder paid(String tradeNo) {
    Instant now = payments.clock.instant();
    return paid(tradeNo, now, now.plus(Duration.ofMinutes(1)));
  }

  /** Our clock was there first: the channel does not say when it was paid. */
  PayOrder paidUndated(String tradeNo) {
    return paid(tradeNo, null, payments.clock.instant());
  }

  PayOrder paid(String tradeNo, @Nullable Instant paidAt, Instant receivedAt) {
    PayOrder open = paying(aPayOrder());
    PaidTrade trade =
        new PaidTrade(
            0,
            TestChannels.MOCK,
            new TradeNo(tradeNo),
            open.payNo(),
            PaidTrade.Kind.SETTLED,
            PRICE,
            paidAt,
            receivedAt,
            null,
            null,
            RefundTotals.NONE);
    PayOrder paid = applied(open, success(open, tradeNo, PRICE));
    return payments.given(new PayOrderDetails(paid, List.of(trade)));
  }

  /** A refund of a paid order that the channel accepts now. */
  Refund refunded(PayOrder order, String tradeNo, String refundNo) {
    return refund(order, tradeNo, refundNo, payments.clock.instant());
  }

  /**
   * @param acceptedAt null while we have not heard that the channel accepted it
   */
  Refund refund(PayOrder order, String tradeNo, String refundNo, @Nullable Instant acceptedAt) {
    Instant now = payments.clock.instant();
    RefundTerms terms =
        new RefundTerms(
            order.payNo(),
            new RefundOrderNo(aNonce()),
            order.channel(),
            new TradeNo(tradeNo),
            PRICE,
            PRICE,
            RefundBook.REASON,
            RefundTerms.Origin.CALLER,
            RefundBook.SHOP,
            null);
    RefundProgress progress =
        new RefundProgress(1, now, acceptedAt, null, null, null, null, null, null);
    Refund refund =
        new Refund(0, new RefundNo(refundNo), terms, RefundStatus.REFUNDING, progress, 1, now, now);
    return payments.store.call(
        () -> {
          PayOrder unused = payments.orders.lock(order.payNo()).orElseThrow();
          PaidTrade trade = payments.trades.find(TestChannels.MOCK, terms.tradeNo()).orElseThrow();
          payments.trades.replaceRefunds(trade, trade.hold(PRICE));
          return payments.refunds.add(refund, Duration.ofHours(1));
        });
  }

  /** A line about a payment of the price. */
  StatementLine line(int number, PayOrder order, String tradeNo) {
    return line(number, order.payNo().value(), tradeNo, null, PRICE.amount());
  }

  StatementLine line(int number, PayOrder order, String tradeNo, String amount) {
    return line(number, order.payNo().value(), tradeNo, null, new BigDecimal(amount));
  }

  StatementLine refundLine(int number, PayOrder order, String tradeNo, String refundNo) {
    return line(number, order.payNo().value(), tradeNo, refundNo, PRICE.amount());
  }

  StatementLine line(
      int number, String payNo, String tradeNo, @Nullable String refundNo, BigDecimal amount) {
    return new StatementLine(
        number,
        payNo,
        tradeNo,
        refundNo,
        refundNo == null ? null : "C" + refundNo,
        amount,
        refundNo == null ? FEE : FEE.negate(),
        false,
        payments.clock.instant());
  }
}
