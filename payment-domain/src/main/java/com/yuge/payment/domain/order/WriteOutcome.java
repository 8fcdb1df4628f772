package com.yuge.payment.domain.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes what was decided on an order that the caller holds locked. */
record WriteOutcome(OrderPorts ports, AfterEndChecks checks) {
  /** Writes the order. The event rides on the guarded write: no write, no event. */
  void order(PaymentOutcome outcome, Instant now) {
    switch (outcome.kind()) {
      case APPLIED -> end(outcome, now);
      case LATE_SUCCESS, MISMATCH, CLAIM -> addVersion(outcome, false, now);
      case AMOUNT_DIFFERED -> addVersion(outcome, true, now);
      case AMOUNT_CONFIRMED -> reschedule(outcome.order(), true, now);
      case DUPLICATE, IGNORED -> {}
    }
  }

  private void end(PaymentOutcome outcome, Instant now) {
    PayOrder order = outcome.order();
    nextCheck(outcome, now)
        .ifPresentOrElse(
            checkIn -> ports.orders().advance(order, checkIn), () -> ports.orders().advance(order));
    append(outcome);
  }

  private void addVersion(PaymentOutcome outcome, boolean amountIsSaid, Instant now) {
    ports.orders().raiseVersion(outcome.order());
    append(outcome);
    reschedule(outcome.order(), amountIsSaid, now);
  }

  private void append(PaymentOutcome outcome) {
    ports.outbox().append(Objects.requireNonNull(outcome.event(), "a next version is told"));
  }

  // By this write it rests, unless it is to be asked about.
  private Optional<Duration> nextCheck(PaymentOutcome outcome, Instant now) {
    PayOrder order = outcome.order();
    return order.status().isFinal() ? checks.next(order, payments(outcome), now) : Optional.empty();
  }

  // What was paid before for an order that is paid now is known with its amount, and is
  // unapplied; to look it up would cost every payment a question.
  private List<PaidTrade> payments(PaymentOutcome outcome) {
    PaidTrade received = outcome.received();
    return received == null ? ports.trades().of(outcome.order().payNo()) : List.of(received);
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
