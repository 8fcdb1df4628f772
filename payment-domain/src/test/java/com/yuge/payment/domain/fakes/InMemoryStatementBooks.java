package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.fakes.InMemoryStore.TradeKey;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.statement.LineFacts;
import com.yuge.payment.domain.statement.LineFacts.BookedOrder;
import com.yuge.payment.domain.statement.LineFacts.BookedPayment;
import com.yuge.payment.domain.statement.LineFacts.BookedRefund;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementBooks;
import com.yuge.payment.domain.statement.UnlistedMoney;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link StatementBooks} in memory. */
public final class InMemoryStatementBooks implements StatementBooks {
  private final InMemoryStore store;
  private final BookedDays days;

  public InMemoryStatementBooks(InMemoryStore store) {
    this.store = store;
    this.days = new BookedDays(store);
  }

  @Override
  public List<LineFacts> lines(Statement statement, long afterLine, int limit) {
    return store.statements.linesOf(statement.id()).stream()
        .filter(line -> line.number() > afterLine)
        .limit(limit)
        .map(line -> facts(statement, line))
        .toList();
  }

  @Override
  public Optional<LineFacts> line(long statementId, int line) {
    return store
        .statements
        .statements
        .get(statementId)
        .flatMap(row -> lines(row.statement(), line - 1L, 1).stream().findFirst())
        .filter(facts -> facts.line().number() == line);
  }

  private LineFacts facts(Statement statement, StatementLine line) {
    PayChannel channel = statement.key().channel();
    return new LineFacts(
        line,
        store
            .statements
            .linesOf(channel)
            .anyMatch(
                other ->
                    isAboutTheSame(other.line(), line)
                        && (other.statement() != statement.id()
                            || other.line().number() < line.number())),
        PayNo.GRAMMAR.accepts(line.outTradeNo()) ? order(new PayNo(line.outTradeNo())) : null,
        payment(new TradeKey(channel, new TradeNo(line.tradeNo()))),
        RefundNo.GRAMMAR.accepts(line.outRefundNo()) ? refund(line) : null);
  }

  private static boolean isAboutTheSame(StatementLine one, StatementLine other) {
    return one.outTradeNo().equals(other.outTradeNo())
        && one.tradeNo().equals(other.tradeNo())
        && Objects.equals(one.outRefundNo(), other.outRefundNo())
        && one.revoked() == other.revoked();
  }

  private @Nullable BookedOrder order(PayNo payNo) {
    return store
        .orders
        .get(payNo)
        .map(order -> new BookedOrder(order.status(), order.amount().amount()))
        .orElse(null);
  }

  private @Nullable BookedPayment payment(TradeKey key) {
    return store
        .trades
        .get(key)
        .map(trade -> new BookedPayment(trade.payNo().value(), BookedDays.amount(trade)))
        .orElse(null);
  }

  private @Nullable BookedRefund refund(StatementLine line) {
    return store
        .refunds
        .get(new RefundNo(String.valueOf(line.outRefundNo())))
        .map(InMemoryStatementBooks::booked)
        .orElse(null);
  }

  private static BookedRefund booked(Refund refund) {
    return new BookedRefund(
        refund.terms().payNo().value(),
        refund.terms().tradeNo().value(),
        refund.terms().amount().amount(),
        refund.status(),
        BookedDays.acceptedAt(refund) != null,
        refund.isDone());
  }

  @Override
  public UnlistedMoney.Chunk unlistedPayments(Day day, long afterRow, int limit) {
    return days.unlistedPayments(day, afterRow, limit);
  }

  @Override
  public UnlistedMoney.Chunk unlistedRefunds(Day day, long afterRow, int limit) {
    return days.unlistedRefunds(day, afterRow, limit);
  }

  @Override
  public boolean hasPayment(Day day) {
    return days.unlisted(day).anyMatch(trade -> trade.paidAt() != null);
  }

  @Override
  public boolean hasMoney(Day day) {
    return days.unlisted(day).findAny().isPresent() || days.hasUnlistedRefund(day);
  }
}
