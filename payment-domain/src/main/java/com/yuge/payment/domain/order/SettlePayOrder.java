package com.yuge.payment.domain.order;

import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.Settlement.Applied;
import com.yuge.payment.domain.order.Settlement.Duplicate;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Moves a pay order as the channel's word says: locks, decides, writes, all or nothing. */
public final class SettlePayOrder {
  private final PayOrders orders;
  private final WriteSettlement write;
  private final AuditTrail audit;
  private final FinalPayOrders finals;
  private final Transactions transactions;
  private final Clock clock;

  public SettlePayOrder(
      PayOrders orders,
      Outbox outbox,
      AuditTrail audit,
      FinalPayOrders finals,
      Transactions transactions,
      Clock clock) {
    this.orders = orders;
    this.write = new WriteSettlement(orders, outbox);
    this.audit = audit;
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
    Optional<Settlement> settlement =
        transactions.call(
            () -> orders.lock(word.payNo()).map(order -> settle(order, word, action)));
    settlement.ifPresent(done -> afterCommit(done.order()));
    return settlement;
  }

  /**
   * Writes what was decided on an order that the caller holds locked in its own transaction; once
   * that has committed, {@link #afterCommit} is owed.
   *
   * @param now when it was decided: all that follows from it is of one moment
   */
  public void write(
      PayOrder before, Settlement settlement, ChannelWord word, Action action, Instant now) {
    write.handle(settlement);
    if (action == Action.QUERY || isRemarkable(settlement)) {
      audit.record(entry(before, settlement, word, action, now));
    }
  }

  /** Drops the copy of a final order to which something may have been added. */
  public void afterCommit(PayOrder order) {
    if (order.holdsStrayMoney()) {
      finals.drop(order.payNo());
    }
  }

  private Settlement settle(PayOrder order, ChannelWord word, Action action) {
    Instant now = clock.instant();
    Settlement settlement = order.settle(word, now);
    write(order, settlement, word, action, now);
    return settlement;
  }

  // The plain path of a callback is told by the order and the callback log themselves.
  private static boolean isRemarkable(Settlement settlement) {
    return !(settlement instanceof Applied || settlement instanceof Duplicate);
  }

  private AuditEntry entry(
      PayOrder before, Settlement settlement, ChannelWord word, Action action, Instant now) {
    String detail =
        settlement.getClass().getSimpleName()
            + " tradeNo="
            + word.tradeNo()
            + " amount="
            + (word.amount() == null ? "unsaid" : word.amount());
    return new AuditEntry(
        before.payNo(),
        action,
        before.status(),
        settlement.order().status(),
        word.verdict().name(),
        detail,
        now);
  }
}
