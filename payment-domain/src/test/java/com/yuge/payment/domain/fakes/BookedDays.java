package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.order.OpenTerms;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundProgress;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.statement.StatementBooks.Day;
import com.yuge.payment.domain.statement.UnlistedMoney;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a day has of payments and refunds, and what of them no statement lists. */
record BookedDays(InMemoryStore store) {
  UnlistedMoney.Chunk unlistedPayments(Day day, long afterRow, int limit) {
    List<PaidTrade> next =
        store.trades.visible().stream()
            .filter(trade -> trade.id() > afterRow)
            .sorted(Comparator.comparingLong(PaidTrade::id))
            .limit(limit)
            .toList();
    return new UnlistedMoney.Chunk(
        next.stream()
            .filter(trade -> isOf(trade, day) && !isListed(trade))
            .map(BookedDays::money)
            .toList(),
        next.isEmpty() ? afterRow : next.get(next.size() - 1).id(),
        next.size() < limit);
  }

  private boolean isOf(PaidTrade trade, Day day) {
    Instant at = trade.paidAt() == null ? trade.receivedAt() : trade.paidAt();
    OpenTerms terms = store.orders.get(trade.payNo()).map(PayOrder::terms).orElse(null);
    return trade.channel().equals(day.channel())
        && isIn(day, at, terms == null ? null : terms.account());
  }

  private static boolean isIn(Day day, @Nullable Instant at, @Nullable ChannelAccount account) {
    boolean isOurs =
        day.accounts().isEmpty() || (account != null && day.accounts().contains(account.id()));
    return isOurs && at != null && !at.isBefore(day.from()) && at.isBefore(day.until());
  }

  private boolean isListed(PaidTrade trade) {
    return store
        .statements
        .linesOf(trade.channel())
        .map(StatementTables.Listed::line)
        .anyMatch(
            line ->
                !line.isRefund()
                    && line.outTradeNo().equals(trade.payNo().value())
                    && line.tradeNo().equals(trade.tradeNo().value()));
  }

  private static UnlistedMoney money(PaidTrade trade) {
    return new UnlistedMoney(trade.payNo().value(), trade.tradeNo().value(), null, amount(trade));
  }

  UnlistedMoney.Chunk unlistedRefunds(Day day, long afterRow, int limit) {
    List<Refund> next =
        store.refunds.visible().stream()
            .filter(refund -> refund.id() > afterRow)
            .sorted(Comparator.comparingLong(Refund::id))
            .limit(limit)
            .toList();
    return new UnlistedMoney.Chunk(
        next.stream()
            .filter(refund -> isOf(refund, day) && !isListed(refund))
            .map(BookedDays::money)
            .toList(),
        next.isEmpty() ? afterRow : next.get(next.size() - 1).id(),
        next.size() < limit);
  }

  private static boolean isOf(Refund refund, Day day) {
    return refund.terms().channel().equals(day.channel())
        && (refund.status() != RefundStatus.FAILED || refund.isDone())
        && isIn(day, acceptedAt(refund), refund.terms().account());
  }

  private boolean isListed(Refund refund) {
    return store
        .statements
        .linesOf(refund.terms().channel())
        .anyMatch(listed -> refund.refundNo().value().equals(listed.line().outRefundNo()));
  }

  private static UnlistedMoney money(Refund refund) {
    return new UnlistedMoney(
        refund.terms().payNo().value(),
        refund.terms().tradeNo().value(),
        refund.refundNo().value(),
        refund.terms().amount().amount());
  }

  Stream<PaidTrade> unlisted(Day day) {
    return store.trades.visible().stream().filter(trade -> isOf(trade, day) && !isListed(trade));
  }

  boolean hasUnlistedRefund(Day day) {
    return store.refunds.visible().stream()
        .anyMatch(refund -> isOf(refund, day) && !isListed(refund));
  }

  static @Nullable BigDecimal amount(PaidTrade trade) {
    Money amount = trade.amount();
    return amount == null ? null : amount.amount();
  }

  static @Nullable Instant acceptedAt(Refund refund) {
    RefundProgress progress = refund.progress();
    return progress.acceptedAt() == null ? progress.refundedAt() : progress.acceptedAt();
  }
}
