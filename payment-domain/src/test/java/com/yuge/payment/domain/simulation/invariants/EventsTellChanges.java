package com.yuge.payment.domain.simulation.invariants;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** There is an event if, and only if, the change that it tells is committed. */
final class EventsTellChanges implements Invariant {
  private final Committed committed;
  private final Map<TradeNo, PaidTrade> before = new HashMap<>();
  private final List<PayNo> amountsDiffered = new ArrayList<>();

  EventsTellChanges(Committed committed) {
    this.committed = committed;
  }

  @Override
  public void afterChange() {
    Map<PayNo, List<String>> told = new HashMap<>();
    committed.payOrderEvents().forEach(event -> of(event.payNo(), told).add(event.tag()));
    Map<PayNo, List<String>> changes = new HashMap<>();
    committed.orders().forEach(order -> statuses(order, of(order.payNo(), changes)));
    committed.trades().forEach(trade -> payments(trade, of(trade.payNo(), changes)));
    committed.trades().forEach(this::noteAmount);
    amountsDiffered.forEach(payNo -> of(payNo, changes).add("PAYMENT_AMOUNT_DIFFERED"));
    for (TradeClaim claim : committed.claims()) {
      of(claim.payNo(), changes).add("PAYMENT_MISMATCHED");
    }
    for (PayOrder order : committed.orders()) {
      require(order.payNo(), sorted(changes, order), sorted(told, order));
    }
  }

  private void require(PayNo payNo, List<String> changes, List<String> told) {
    if (!told.equals(changes)) {
      throw new Violation(this, payNo + " is " + changes + ", told: " + told);
    }
  }

  private static List<String> of(PayNo payNo, Map<PayNo, List<String>> all) {
    return all.computeIfAbsent(payNo, unused -> new ArrayList<>());
  }

  private static List<String> sorted(Map<PayNo, List<String>> all, PayOrder order) {
    return of(order.payNo(), all).stream().sorted().toList();
  }

  private static void statuses(PayOrder order, List<String> changes) {
    switch (order.status()) {
      case SUCCESS -> changes.add("PAYMENT_SUCCEEDED");
      case FAILED -> changes.add("PAYMENT_FAILED");
      case CLOSED -> changes.add("PAYMENT_CLOSED");
      case INIT, PAYING -> {}
    }
  }

  private static void payments(PaidTrade trade, List<String> changes) {
    switch (trade.kind()) {
      case SETTLED -> {}
      case LATE -> changes.add("PAYMENT_LATE_SUCCEEDED");
      case MISMATCH, DUPLICATE -> changes.add("PAYMENT_MISMATCHED");
    }
  }

  // What took its order in full differs once it is another amount than the order's; whatever is
  // known differs once it changes.
  private void noteAmount(PaidTrade now) {
    PaidTrade then = before.put(now.tradeNo(), now);
    if (then == null || Objects.equals(then.amount(), now.amount())) {
      return;
    }
    PayOrder order = Objects.requireNonNull(committed.order(now.payNo()));
    boolean takenInFull = now.kind() == Kind.SETTLED || now.kind() == Kind.LATE;
    if (then.amount() != null || (takenInFull && !order.amount().equals(now.amount()))) {
      amountsDiffered.add(now.payNo());
    }
  }
}
