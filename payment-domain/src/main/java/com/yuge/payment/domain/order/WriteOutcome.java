package com.yuge.payment.domain.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes the decision on an order that the caller has locked.
 *
 * @param lateMoney receives the order and its payment as soon as late money can be given back
 */
record WriteOutcome(
    OrderPorts ports, AfterEndChecks checks, BiConsumer<PayOrder, PaidTrade> lateMoney) {
  /** Writes the order. The event is appended after the guarded write: no write, no event. */
  void order(PaymentOutcome outcome, Instant now) {
    switch (outcome.kind()) {
      case APPLIED -> end(outcome, now);
      case LATE_SUCCESS, MISMATCH, CLAIM -> addVersion(outcome, false, now);
      case AMOUNT_DIFFERED -> addVersion(outcome, true, now);
      case AMOUNT_CONFIRMED -> reschedule(outcome.order(), true, now);
      case DUPLICATE, IGNORED -> {}
    }
    PaidTrade late = outcome.lateMoney();
    if (late != null) {
      lateMoney.accept(outcome.order(), late);
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
    ports.outbox().append(Objects.requireNonNull(outcome.event(), "a next version has an event"));
  }

  // This write removes the next check, unless the order must still be checked.
  private Optional<Duration> nextCheck(PaymentOutcome outcome, Instant now) {
    PayOrder order = outcome.order();
    return order.status().isFinal() ? checks.next(order, payments(outcome), now) : Optional.empty();
  }

  // If the order is paid now, its earlier payments are unapplied and their amounts are known.
  // Reading them would cost every payment a query.
  private List<PaidTrade> payments(PaymentOutcome outcome) {
    PaidTrade received = outcome.received();
    return received == null ? ports.trades().of(outcome.order().payNo()) : List.of(received);
  }

  // A missing amount is queried at once. Another planned check of an ended order stays, unless it
  // was planned to query the amount that is reported now. An open order is checked in any case.
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
