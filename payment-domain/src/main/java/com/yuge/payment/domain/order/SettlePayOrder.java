package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.Settlement.AmountDiffered;
import com.yuge.payment.domain.order.Settlement.Applied;
import com.yuge.payment.domain.order.Settlement.Duplicate;
import com.yuge.payment.domain.order.Settlement.Mismatch;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Moves a pay order as the channel's word says: locks, decides, writes, all or nothing. */
public final class SettlePayOrder {
  private final OrderPorts ports;
  private final WriteSettlement write;
  private final FinalPayOrders finals;
  private final Transactions transactions;
  private final Clock clock;

  public SettlePayOrder(
      OrderPorts ports,
      AfterEndChecks checks,
      FinalPayOrders finals,
      Transactions transactions,
      Clock clock) {
    this.ports = ports;
    this.write = new WriteSettlement(ports, checks);
    this.finals = finals;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Settles by the channel's word.
   *
   * @param action how the word was come by
   * @return empty when there is no such order
   */
  public Optional<Settlement> handle(ChannelWord word, Action action) {
    return transactions.call(
        () -> ports.orders().lock(word.payNo()).map(order -> settle(order, word, action)));
  }

  private Settlement settle(PayOrder order, ChannelWord word, Action action) {
    Instant now = clock.instant();
    Settlement settlement = decide(order, word, now);
    write(order, settlement, word, action, now);
    return settlement;
  }

  /**
   * Decides on an order that the caller holds locked in its own transaction, and writes the payment
   * that is heard of: whichever order writes a trade first has it.
   *
   * @param now when it is decided: all that follows from it is of one moment
   */
  public Settlement decide(PayOrder order, ChannelWord word, Instant now) {
    Settlement settlement = order.settle(word, KnownTrades.of(paymentsBefore(order)), now);
    return write.payment(settlement) ? settlement : decideOnTaken(order, word, now);
  }

  // Of an open order's payments only the one matters whose trade the word names, and whether that
  // is known is told by adding it. To ask first would cost every payment a question.
  private List<PaidTrade> paymentsBefore(PayOrder order) {
    return order.status().isOpen() ? List.of() : ports.trades().of(order.payNo());
  }

  private Settlement decideOnTaken(PayOrder order, ChannelWord word, Instant now) {
    TradeNo tradeNo = Objects.requireNonNull(word.tradeNo(), "a payment has a trade");
    KnownTrades taken = KnownTrades.ofTaken(ports.trades(), order, tradeNo);
    Settlement settlement = order.settle(word, taken, now);
    if (!write.payment(settlement)) {
      throw new IllegalStateException("a trade that is taken adds no payment: " + tradeNo);
    }
    return settlement;
  }

  /** Writes what was decided. */
  public void write(
      PayOrder before, Settlement settlement, ChannelWord word, Action action, Instant now) {
    write.order(settlement, now);
    if (!(settlement instanceof Applied)) { // Of an order that was open there is no copy.
      dropCopy(settlement.order());
    }
    if (action == Action.QUERY || isRemarkable(settlement, word)) {
      ports.audit().record(entry(before, settlement, word, action, now));
    }
  }

  /** Drops, after the commit, the copy of a final order to which something may have been added. */
  public void dropCopy(PayOrder order) {
    if (order.status().isFinal()) {
      transactions.afterCommit(() -> finals.drop(order.payNo()));
    }
  }

  // The plain path of a callback is told by the order and the callback log themselves.
  private static boolean isRemarkable(Settlement settlement, ChannelWord word) {
    boolean plain = settlement instanceof Applied || settlement instanceof Duplicate;
    return !plain || isPaidAtRefused(settlement, word);
  }

  private static boolean isPaidAtRefused(Settlement settlement, ChannelWord word) {
    PaidTrade received = settlement.received();
    return received != null && word.paidAt() != null && received.paidAt() == null;
  }

  private static AuditEntry entry(
      PayOrder before, Settlement settlement, ChannelWord word, Action action, Instant now) {
    StringBuilder detail = new StringBuilder(settlement.getClass().getSimpleName());
    if (settlement instanceof Mismatch mismatch) {
      detail.append(' ').append(mismatch.received().kind());
    }
    detail.append(" tradeNo=").append(word.tradeNo());
    detail.append(" amount=").append(word.amount() == null ? "unsaid" : word.amount());
    if (settlement instanceof AmountDiffered differed && differed.before().amount() != null) {
      detail.append(", before: ").append(differed.before().amount());
    }
    if (isPaidAtRefused(settlement, word)) {
      detail.append(", paidAt is ").append(Duration.between(now, word.paidAt()));
      detail.append(" from now, which cannot be true: our time counts");
    }
    return new AuditEntry(
        before.payNo(),
        action,
        before.status(),
        settlement.order().status(),
        word.verdict().name(),
        detail.toString(),
        now);
  }
}
