package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.fixtures.StatementBook;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.OpenTerms;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundProgress;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.refund.RefundTerms;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementBooks;
import com.yuge.payment.domain.statement.StatementKey;
import com.yuge.payment.domain.statement.StatementLines;
import com.yuge.payment.domain.statement.Statements;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Our books and statements around a midnight that no other test has. */
public abstract class StatementBooksBench extends RefundsBench {
  /** The first moment of a day in Beijing that is later than all payments of other tests. */
  private static final Instant MIDNIGHT = Instant.parse("2031-03-01T16:00:00Z");

  protected abstract PaidTrades trades();

  protected abstract Statements statements();

  protected abstract StatementLines lines();

  protected abstract StatementBooks books();

  /** Removes statements, and what the books have since that midnight. */
  protected abstract void empty();

  @BeforeEach
  void begin() {
    empty();
  }

  protected static Instant midnight() {
    return MIDNIGHT;
  }

  protected static Instant after(Duration midnight) {
    return MIDNIGHT.plus(midnight);
  }

  /** A stored order that was opened at an account. */
  protected final PayOrder ordered(String account) {
    PayOrder order = added(aPayOrder());
    OpenTerms terms =
        new OpenTerms(
            new ChannelAccount(account, "QR"),
            Payer.UNKNOWN,
            PayOrderBook.SUBJECT,
            NOW,
            order.expireAt());
    return advanced(order.open(terms, NOW).order());
  }

  /** A payment that was reported ten minutes after it was made. */
  protected final void paid(PayOrder order, String tradeNo, Instant paidAt) {
    paid(order, tradeNo, TestChannels.MOCK, paidAt);
  }

  protected final void paid(PayOrder order, String tradeNo, PayChannel channel, Instant paidAt) {
    paid(order, channel, tradeNo, PRICE, paidAt, paidAt.plus(Duration.ofMinutes(10)));
  }

  protected final void paid(PayOrder order, String tradeNo, Instant paidAt, Instant receivedAt) {
    paid(order, TestChannels.MOCK, tradeNo, PRICE, paidAt, receivedAt);
  }

  /** The channel does not say when it was made. */
  protected final void paidUndated(PayOrder order, String tradeNo, Instant receivedAt) {
    paid(order, TestChannels.MOCK, tradeNo, PRICE, null, receivedAt);
  }

  protected final void paidUnknownAmount(PayOrder order, String tradeNo, Instant paidAt) {
    paid(order, TestChannels.MOCK, tradeNo, null, paidAt, paidAt);
  }

  private void paid(
      PayOrder order,
      PayChannel channel,
      String tradeNo,
      @Nullable Money amount,
      @Nullable Instant paidAt,
      Instant receivedAt) {
    PaidTrade trade =
        new PaidTrade(
            0,
            channel,
            new TradeNo(tradeNo),
            order.payNo(),
            PaidTrade.Kind.SETTLED,
            amount,
            paidAt,
            receivedAt,
            null,
            null,
            RefundTotals.NONE);
    boolean added =
        transactions()
            .call(
                () -> {
                  PayOrder unused = locked(order.payNo());
                  return trades().add(trade);
                });
    if (!added) {
      throw new IllegalStateException("trade taken: " + trade);
    }
  }

  /** A refund that was wanted an hour before the day, and accepted then; null: not yet. */
  protected final Refund refunded(PayOrder order, String tradeNo, @Nullable Instant acceptedAt) {
    return refunded(
        order, tradeNo, acceptedAt, MIDNIGHT.minus(Duration.ofHours(1)), RefundStatus.REFUNDING);
  }

  protected final Refund refunded(
      PayOrder order,
      String tradeNo,
      @Nullable Instant acceptedAt,
      Instant wantedAt,
      RefundStatus status) {
    RefundTerms any = wanted(order);
    RefundTerms terms =
        new RefundTerms(
            order.payNo(),
            any.refundOrderNo(),
            any.channel(),
            new TradeNo(tradeNo),
            PRICE,
            PRICE,
            any.reason(),
            any.origin(),
            any.requestedBy(),
            new ChannelAccount("A1", "QR"));
    RefundProgress ended = next(aRefund(terms), status).progress();
    RefundProgress progress =
        new RefundProgress(
            1, wantedAt, acceptedAt, null, null, ended.failCode(), null, ended.refundedAt(), null);
    return written(next(stored(aRefund(terms, wantedAt)), status, progress));
  }

  /** A statement of a day with these lines. */
  protected final Statement listed(LocalDate day, List<StatementLine> lines) {
    return listed(StatementBook.key(day), lines);
  }

  protected final Statement listedAt(PayChannel channel, List<StatementLine> lines) {
    return listed(new StatementKey(channel, "M1", StatementBook.DAY, "ALL"), lines);
  }

  private Statement listed(StatementKey key, List<StatementLine> lines) {
    statements().plan(key);
    Statement statement =
        statements().claim(100, StatementBook.HOLD).stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseThrow();
    transactions().run(() -> lines().add(statement, lines));
    return statement;
  }
}
