package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.Settlement.AmountConfirmed;
import com.yuge.payment.domain.order.Settlement.AmountDiffered;
import com.yuge.payment.domain.order.Settlement.Applied;
import com.yuge.payment.domain.order.Settlement.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what was decided on an order that is held locked. */
record WriteSettlement(OrderPorts ports, AfterEndChecks checks) {
  /**
   * Writes the payment, before all else: its trade may have become another order's meanwhile.
   *
   * @return false when it has; nothing was written
   */
  boolean payment(Settlement settlement) {
    if (settlement.received() != null) {
      return ports.trades().add(settlement.received());
    }
    if (settlement instanceof Claim claim) {
      ports.trades().addClaim(claim.claim());
    } else if (settlement instanceof AmountConfirmed confirmed) {
      ports.trades().replaceAmount(confirmed.before(), confirmed.payment());
    } else if (settlement instanceof AmountDiffered differed) {
      ports.trades().replaceAmount(differed.before(), differed.payment());
    }
    return true;
  }

  /** Writes the order. The event rides on the guarded write: no write, no event. */
  void order(Settlement settlement, Instant now) {
    PayOrder order = settlement.order();
    if (settlement instanceof Applied applied) {
      nextLook(applied, now)
          .ifPresentOrElse(
              look -> ports.orders().advance(order, look), () -> ports.orders().advance(order));
      ports.outbox().append(applied.event());
    } else if (settlement.event() != null) {
      ports.orders().raiseVersion(order);
      ports.outbox().append(settlement.event());
      planAgain(order, settlement instanceof AmountDiffered, now);
    } else if (settlement instanceof AmountConfirmed) {
      planAgain(order, true, now);
    }
  }

  // By this write it rests, unless it is to be asked about.
  private Optional<Duration> nextLook(Applied applied, Instant now) {
    PayOrder order = applied.order();
    return order.status().isFinal() ? checks.next(order, payments(applied), now) : Optional.empty();
  }

  // What was paid before for an order that is paid now is known with its amount, and settles
  // nothing; to look it up would cost every payment a question.
  private List<PaidTrade> payments(Applied applied) {
    PaidTrade received = applied.received();
    return received == null ? ports.trades().of(applied.order().payNo()) : List.of(received);
  }

  // An amount is asked for at once. Whatever else was planned for an order that has ended stays,
  // unless it was to ask for the amount that is said now. An open order is looked at in any case.
  private void planAgain(PayOrder order, boolean amountIsSaid, Instant now) {
    if (order.status().isOpen()) {
      return;
    }
    List<PaidTrade> payments = ports.trades().of(order.payNo());
    boolean awaits = payments.stream().anyMatch(PaidTrade::awaitsAmount);
    if (awaits || amountIsSaid) {
      checks
          .next(order, payments, now)
          .ifPresentOrElse(
              after -> ports.due().lookAgain(order, after), () -> ports.due().rest(order));
    }
  }
}
