package com.yuge.payment.domain.order;

import com.yuge.payment.domain.order.PaymentOutcome.AmountConfirmed;
import com.yuge.payment.domain.order.PaymentOutcome.AmountDiffered;
import com.yuge.payment.domain.order.PaymentOutcome.Applied;
import com.yuge.payment.domain.order.PaymentOutcome.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes what was decided on an order that the caller holds locked. */
record WriteOutcome(OrderPorts ports, AfterEndChecks checks) {
  /**
   * Writes the payment, before all else: its trade may have become another order's meanwhile.
   *
   * @return false when it has; nothing was written
   */
  boolean payment(PaymentOutcome outcome) {
    if (outcome.received() != null) {
      return ports.trades().add(outcome.received());
    }
    if (outcome instanceof Claim claim) {
      ports.trades().addClaim(claim.claim());
    } else if (outcome instanceof AmountConfirmed confirmed) {
      ports.trades().replaceAmount(confirmed.before(), confirmed.payment());
    } else if (outcome instanceof AmountDiffered differed) {
      ports.trades().replaceAmount(differed.before(), differed.payment());
    }
    return true;
  }

  /** Writes the order. The event rides on the guarded write: no write, no event. */
  void order(PaymentOutcome outcome, Instant now) {
    PayOrder order = outcome.order();
    if (outcome instanceof Applied applied) {
      nextCheck(applied, now)
          .ifPresentOrElse(
              checkIn -> ports.orders().advance(order, checkIn),
              () -> ports.orders().advance(order));
      ports.outbox().append(applied.event());
    } else if (outcome.event() != null) {
      ports.orders().raiseVersion(order);
      ports.outbox().append(outcome.event());
      reschedule(order, outcome instanceof AmountDiffered, now);
    } else if (outcome instanceof AmountConfirmed) {
      reschedule(order, true, now);
    }
  }

  // By this write it rests, unless it is to be asked about.
  private Optional<Duration> nextCheck(Applied applied, Instant now) {
    PayOrder order = applied.order();
    return order.status().isFinal() ? checks.next(order, payments(applied), now) : Optional.empty();
  }

  // What was paid before for an order that is paid now is known with its amount, and is
  // unapplied; to look it up would cost every payment a question.
  private List<PaidTrade> payments(Applied applied) {
    PaidTrade received = applied.received();
    return received == null ? ports.trades().of(applied.order().payNo()) : List.of(received);
  }

  // An amount is asked for at once. Whatever else was planned for an order that has ended stays,
  // unless it was to ask for the amount that is said now. An open order is checked in any case.
  private void reschedule(PayOrder order, boolean amountIsSaid, Instant now) {
    if (order.status().isOpen()) {
      return;
    }
    List<PaidTrade> payments = ports.trades().of(order.payNo());
    boolean awaits = payments.stream().anyMatch(PaidTrade::awaitsAmount);
    if (awaits || amountIsSaid) {
      checks
          .next(order, payments, now)
          .ifPresentOrElse(
              after -> ports.due().scheduleCheck(order, after), () -> ports.due().rest(order));
    }
  }
}
