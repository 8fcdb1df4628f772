package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fakes.Committed;
import com.yuge.payment.domain.fixtures.RefundBook;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.refund.NewRefund;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOrderNo;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.simulation.actors.BookedRefund.Hand;
import com.yuge.payment.domain.simulation.kernel.History;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Gives unapplied money back, cancels, and settles what the channel does not settle. */
public final class RefundOperator {
  private static final OperatorReason REASON = new OperatorReason("li", "simulated");
  private static final Duration HESITATION = Duration.ofHours(1);
  private static final Duration QUICK = Duration.ofMinutes(12);
  private static final Duration OVERDUE = Duration.ofHours(25);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int ATTEMPTS = 20;

  private final Surroundings surroundings;
  private final Fleet fleet;
  private final SimulatedRefunds channel;
  private final Committed committed;
  private final History history;
  private final RefundAgreements agreements = new RefundAgreements();
  private final Set<TradeNo> trades = new HashSet<>();
  private final Set<RefundNo> refunds = new HashSet<>();
  private final Set<RefundNo> abnormal = new HashSet<>();

  public RefundOperator(
      Surroundings surroundings,
      Fleet fleet,
      SimulatedRefunds channel,
      Committed committed,
      History history) {
    this.surroundings = surroundings;
    this.fleet = fleet;
    this.channel = channel;
    this.committed = committed;
    this.history = history;
  }

  /** Something has changed: there may be something to do. */
  public void inspect() {
    for (PaidTrade trade : committed.trades()) {
      boolean open = trade.state() == State.OPEN && trade.isUnapplied();
      if (open && trade.amount() != null && trades.add(trade.tradeNo())) {
        plan(trade);
      }
    }
    for (Refund refund : committed.refunds()) {
      if (refunds.add(refund.refundNo())) {
        plan(refund);
      }
      if (refund.status() == RefundStatus.ABNORMAL && abnormal.add(refund.refundNo())) {
        later(HESITATION, () -> settle(refund.refundNo(), ATTEMPTS));
      }
    }
  }

  private void plan(PaidTrade trade) {
    switch (surroundings.chance().below(4)) {
      case 0 ->
          later(HESITATION, () -> fleet.request("accept", at -> accept(at, trade), unused -> {}));
      case 1, 2 -> later(HESITATION, () -> giveBack(wish(trade), ATTEMPTS));
      default -> {}
    }
  }

  private static boolean accept(Instance at, PaidTrade trade) {
    return at.refunds().desk().accept().handle(trade.id(), REASON).orElseThrow().changed();
  }

  private NewRefund wish(PaidTrade trade) {
    return new NewRefund(
        trade.payNo(),
        new RefundOrderNo("U" + trades.size()),
        Objects.requireNonNull(trade.amount()),
        RefundBook.REASON,
        trade.tradeNo(),
        REASON.by());
  }

  private void giveBack(NewRefund wish, int attempts) {
    if (attempts > 0 && !agreements.isAnswered(wish)) {
      fleet.request(
          "give-back",
          at -> at.refunds().create().handle(wish),
          creation -> agreements.answered(wish, wish, creation.orElseThrow(), false));
      later(PATIENCE, () -> giveBack(wish, attempts - 1));
    }
  }

  private void plan(Refund refund) {
    RefundNo refundNo = refund.refundNo();
    history.alias(refundNo.value(), "REF" + refunds.size());
    if (surroundings.chance().oneIn(4)) {
      later(
          QUICK,
          () ->
              fleet.request(
                  "cancel", at -> at.refunds().desk().cancel().apply(refundNo, REASON), c -> {}));
    }
    if (surroundings.chance().oneIn(8)) {
      later(
          QUICK,
          () ->
              fleet.request(
                  "check", at -> at.refunds().desk().check().handle(refundNo, REASON), c -> {}));
    }
    surroundings.scheduler().after(OVERDUE, () -> settleOverdue(refundNo));
  }

  private void settleOverdue(RefundNo refundNo) {
    if (isUndecided(refundNo)) {
      settle(refundNo, ATTEMPTS);
    }
  }

  // First at the channel's counter, then here: the channel is queried first, and its word counts.
  private void settle(RefundNo refundNo, int attempts) {
    if (attempts > 0 && isUndecided(refundNo)) {
      boolean accepted = find(refundNo).status() == RefundStatus.REFUNDING;
      Hand hand = channel.settleByHand(refundNo, accepted || surroundings.chance().oneIn(2));
      Boolean done = hand == Hand.NONE ? null : Boolean.valueOf(hand == Hand.PAID);
      fleet.request(
          "resolve",
          at -> at.refunds().desk().resolve().handle(refundNo, REASON, done),
          resolution -> {});
      later(PATIENCE, () -> settle(refundNo, attempts - 1));
    }
  }

  private Refund find(RefundNo refundNo) {
    return committed.refunds().stream()
        .filter(refund -> refund.refundNo().equals(refundNo))
        .findFirst()
        .orElseThrow();
  }

  private boolean isUndecided(RefundNo refundNo) {
    return find(refundNo).isUndecided();
  }

  private void later(Duration most, Runnable work) {
    surroundings.scheduler().after(surroundings.upTo(most), work);
  }
}
