package com.yuge.payment.in.ops;

import com.yuge.payment.domain.order.InspectMoney;
import com.yuge.payment.domain.order.MoneyState;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The money that needs a person and the checks that are due, over all instances, as last read from
 * the database. Gauges and health read it. Orders that stay PAYING because their channel does not
 * answer are also logged.
 */
final class MoneyWatch {
  private static final Logger log = LoggerFactory.getLogger(MoneyWatch.class);

  private final InspectMoney inspect;
  private final Clock clock;
  private final Reminder reminder;
  private final LastKnownValue<MoneyState> last = new LastKnownValue<>(log);

  MoneyWatch(InspectMoney inspect, Clock clock) {
    this.inspect = inspect;
    this.clock = clock;
    this.reminder = new Reminder(clock);
  }

  /** Reads the state from the database. */
  synchronized void refresh() {
    last.read(
        inspect::state,
        state -> logOverdue(state.overdue()),
        "The state of the money could not be read");
  }

  Optional<MoneyState> last() {
    return last.value();
  }

  private void logOverdue(int overdue) {
    switch (reminder.next(overdue > 0)) {
      case REMIND ->
          log.warn(
              "{} pay orders are PAYING long after their expiry: their channel does not answer; GET"
                  + " /payments/overdue lists them",
              overdue);
      case OVER -> log.info("No pay order is PAYING long after its expiry any more");
      case QUIET -> {}
    }
  }

  void bindTo(MeterRegistry meters) {
    for (Kind kind : Kind.values()) {
      Gauge.builder("payment.unapplied.open", last, read -> read.number(s -> s.open(kind)))
          .tag("kind", kind.name())
          .register(meters);
    }
    last.gauge(
        meters,
        "payment.unapplied.oldest.age.seconds",
        state -> LastKnownValue.ageSeconds(state.oldestOpen(), clock));
    last.gauge(meters, "payment.trade.claims", MoneyState::claims);
    last.gauge(meters, "payment.amounts.awaited", MoneyState::amountsAwaited);
    last.gauge(meters, "payment.orders.overdue", MoneyState::overdue);
    last.gauge(
        meters,
        "payment.reconcile.oldest.age.seconds",
        state -> Math.max(0, LastKnownValue.ageSeconds(state.earliestCheck(), clock)));
  }
}
