package com.yuge.payment.domain.order;

import com.yuge.payment.domain.limit.CountAgainstLimits;
import com.yuge.payment.domain.limit.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the decision on an order that the caller has locked.
 *
 * @param lateMoney receives the order and its payment as soon as late money can be given back
 */
record WriteOutcome(
    OrderPorts ports,
    CountAgainstLimits limits,
    AfterEndChecks checks,
    BiConsumer<PayOrder, PaidTrade> lateMoney) {
  /** Writes the order. The event is appended after the guarded write: no write, no event. */
  void order(PaymentOutcome outcome, Instant now) {
    PayOrder written = write(outcome, now);
    PaidTrade late = outcome.lateMoney();
    if (late != null) {
      lateMoney.accept(written, late);
    }
  }

  private PayOrder write(PaymentOutcome outcome, Instant now) {
    switch (outcome.kind()) {
      case APPLIED -> end(outcome, now);
      case LATE_SUCCESS -> {
        return addLateMoney(outcome, now);
      }
      case MISMATCH, CLAIM -> addVersion(outcome, outcome.order(), false, now);
      case AMOUNT_DIFFERED -> addVersion(outcome, outcome.order(), true, now);
      case AMOUNT_CONFIRMED -> reschedule(outcome.order(), true, now);
      case DUPLICATE, IGNORED -> {}
    }
    return outcome.order();
  }

  private void end(PaymentOutcome outcome, Instant now) {
    PayOrder order = outcome.order().counted(counted(outcome.order(), now));
    nextCheck(outcome, now)
        .ifPresentOrElse(
            checkIn -> ports.orders().advance(order, checkIn), () -> ports.orders().advance(order));
    append(outcome);
  }

  // A payment of an order that was never opened counts even if the limit leaves too little, because
  // it can no longer be refused. For any other order, the limit was checked when the order was
  // opened.
  private @Nullable Reservation counted(PayOrder order, Instant now) {
    Reservation reserved = order.reservation();
    if (order.status() == PayStatus.SUCCESS) {
      return order.terms() == null ? countPaid(order, now) : reserved;
    }
    if (reserved != null) {
      limits.release(order.counts(), reserved);
    }
    return null;
  }

  private @Nullable Reservation countPaid(PayOrder order, Instant now) {
    return limits.countPaid(order.counts(), now).orElse(null);
  }

  private PayOrder addLateMoney(PaymentOutcome outcome, Instant now) {
    PayOrder order = outcome.order().counted(countPaid(outcome.order(), now));
    addVersion(outcome, order, false, now);
    return order;
  }

  private void addVersion(
      PaymentOutcome outcome, PayOrder order, boolean amountIsSaid, Instant now) {
    ports.orders().raiseVersion(order);
    append(outcome);
    reschedule(order, amountIsSaid, now);
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
