package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link PaidTrades} in t_pay_trade and t_pay_trade_claim. */
final class JdbcPaidTrades implements PaidTrades {
  private final JdbcClient jdbc;
  private final PreviousVersionTrades earlierTrades;
  private final MoneyLog moneyLog;

  JdbcPaidTrades(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.moneyLog = new MoneyLog(transactions);
    this.earlierTrades = new PreviousVersionTrades(jdbc);
  }

  @Override
  public List<PaidTrade> of(PayNo payNo) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(PaidTradeRow.SELECT + "WHERE pay_no = ? ORDER BY id")
                .param(payNo.value())
                .query(PaidTradeRow::map)
                .list());
  }

  @Override
  public Optional<PaidTrade> find(PayChannel channel, TradeNo tradeNo) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(PaidTradeRow.SELECT + "WHERE channel = ? AND trade_no = ?")
                .params(channel.name(), tradeNo.value())
                .query(PaidTradeRow::map)
                .optional());
  }

  @Override
  public boolean add(PaidTrade trade) {
    JdbcTransactions.require("adding a payment");
    try {
      RowCounts.one(insert(trade).update());
    } catch (DuplicateKeyException taken) {
      return false; // Only the statement was rolled back; the transaction continues.
    }
    earlierTrades.copy(trade);
    moneyLog.received(trade);
    return true;
  }

  private JdbcClient.StatementSpec insert(PaidTrade trade) {
    return jdbc.sql(
            """
            INSERT INTO t_pay_trade (channel, trade_no, pay_no, kind, amount, currency, state,
              paid_at, received_at)
            VALUES (:channel, :tradeNo, :payNo, :kind, :amount, :currency, :state, :paidAt,
              :receivedAt)
            """)
        .param("channel", trade.channel().name())
        .param("tradeNo", trade.tradeNo().value())
        .param("payNo", trade.payNo().value())
        .param("kind", trade.kind().name())
        .param("amount", PaidTradeRow.amount(trade.amount()))
        .param("currency", PaidTradeRow.currency(trade.amount()))
        .param("state", PaidTradeRow.state(trade))
        .param("paidAt", Utc.column(trade.paidAt()))
        .param("receivedAt", Utc.column(trade.receivedAt()));
  }

  // "<=>" is MySQL's null-safe equality: NULL <=> NULL is true.
  @Override
  public void replaceAmount(PaidTrade before, PaidTrade next) {
    JdbcTransactions.require("writing a payment's amount");
    RowCounts.one(
        jdbc.sql(
                """
                UPDATE t_pay_trade
                SET amount = :amount, currency = :currency, paid_at = :paidAt, state = :state,
                    resolved_by = IF(:resolved, resolved_by, NULL),
                    resolved_reason = IF(:resolved, resolved_reason, NULL),
                    resolved_at = IF(:resolved, resolved_at, NULL)
                WHERE channel = :channel AND trade_no = :tradeNo AND pay_no = :payNo
                  AND amount <=> :amountBefore AND currency <=> :currencyBefore
                """)
            .param("amount", PaidTradeRow.amount(next.amount()))
            .param("currency", PaidTradeRow.currency(next.amount()))
            .param("paidAt", Utc.column(next.paidAt()))
            .param("state", PaidTradeRow.state(next))
            .param("resolved", next.state() == State.ACCEPTED || next.state() == State.REFUNDED)
            .param("channel", before.channel().name())
            .param("tradeNo", before.tradeNo().value())
            .param("payNo", before.payNo().value())
            .param("amountBefore", PaidTradeRow.amount(before.amount()))
            .param("currencyBefore", PaidTradeRow.currency(before.amount()))
            .update());
    moneyLog.amountSaid(before, next);
  }

  @Override
  public void replaceRefunds(PaidTrade before, PaidTrade next) {
    JdbcTransactions.require("writing a payment's refunds");
    RowCounts.one(
        jdbc.sql(
                """
                UPDATE t_pay_trade
                SET refund_held = :held, refunded = :done, state = :state,
                    resolved_by = IF(:resolved, resolved_by, NULL),
                    resolved_reason = IF(:resolved, resolved_reason, NULL),
                    resolved_at = IF(:resolved, resolved_at, NULL)
                WHERE channel = :channel AND trade_no = :tradeNo AND pay_no = :payNo
                  AND refund_held = :heldBefore AND refunded = :doneBefore
                  AND amount <=> :amountBefore AND currency <=> :currencyBefore
                """)
            .param("held", next.refunds().held())
            .param("done", next.refunds().done())
            .param("state", PaidTradeRow.state(next))
            .param("resolved", next.resolved() != null)
            .param("channel", before.channel().name())
            .param("tradeNo", before.tradeNo().value())
            .param("payNo", before.payNo().value())
            .param("heldBefore", before.refunds().held())
            .param("doneBefore", before.refunds().done())
            .param("amountBefore", PaidTradeRow.amount(before.amount()))
            .param("currencyBefore", PaidTradeRow.currency(before.amount()))
            .update());
  }

  @Override
  public void addClaim(TradeClaim claim) {
    JdbcTransactions.require("adding a claim");
    RowCounts.one(
        jdbc.sql(
                """
                INSERT INTO t_pay_trade_claim (channel, trade_no, pay_no, amount, currency,
                  received_at)
                VALUES (:channel, :tradeNo, :payNo, :amount, :currency, :receivedAt)
                """)
            .param("channel", claim.channel().name())
            .param("tradeNo", claim.tradeNo().value())
            .param("payNo", claim.payNo().value())
            .param("amount", PaidTradeRow.amount(claim.amount()))
            .param("currency", PaidTradeRow.currency(claim.amount()))
            .param("receivedAt", Utc.column(claim.receivedAt()))
            .update());
    moneyLog.claimed(claim);
  }

  @Override
  public boolean hasClaimed(PayNo payNo, PaidTrade foreign) {
    return jdbc.sql(PaidTradeRow.SELECT_CLAIM + "WHERE channel = ? AND trade_no = ? AND pay_no = ?")
        .params(foreign.channel().name(), foreign.tradeNo().value(), payNo.value())
        .query(PaidTradeRow::claim)
        .optional()
        .isPresent();
  }

  @Override
  public List<TradeClaim> claims(PayChannel channel, TradeNo tradeNo, int limit) {
    return StoreErrors.ask(
        () ->
            jdbc.sql(
                    PaidTradeRow.SELECT_CLAIM
                        + "WHERE channel = ? AND trade_no = ? ORDER BY id LIMIT ?")
                .params(channel.name(), tradeNo.value(), limit)
                .query(PaidTradeRow::claim)
                .list());
  }
}
