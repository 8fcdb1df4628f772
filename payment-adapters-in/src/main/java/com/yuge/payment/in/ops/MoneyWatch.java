package com.yuge.payment.in.ops;

import com.yuge.payment.domain.order.InspectMoney;
import com.yuge.payment.domain.order.MoneyState;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.shared.StoreUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The money that needs a person, over all instances, as last read from the database. Gauges and
 * health read it. Orders that stay PAYING because their channel does not answer are also logged.
 */
final class MoneyWatch {
  private static final Logger log = LoggerFactory.getLogger(MoneyWatch.class);

  private final InspectMoney inspect;
  private final Clock clock;
  private final Reminder reminder;
  private volatile Optional<MoneyState> last = Optional.empty();

  MoneyWatch(InspectMoney inspect, Clock clock) {
    this.inspect = inspect;
    this.clock = clock;
    this.reminder = new Reminder(clock);
  }

  /** Reads the state from the database. After a failure the state is unknown, not the old value. */
  synchronized void refresh() {
    try {
      MoneyState state = inspect.state();
      last = Optional.of(state);
      logOverdue(state.overdue());
    } catch (StoreUnavailable away) {
      last = Optional.empty();
      log.debug("The state of the money could not be read", away);
    } catch (RuntimeException | Error bug) {
      last = Optional.empty();
      throw bug; // Spring logs it and calls this again.
    }
  }

  Optional<MoneyState> last() {
    return last;
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
      Gauge.builder("payment.unapplied.open", this, watch -> watch.value(s -> s.open(kind)))
          .tag("kind", kind.name())
          .register(meters);
    }
    gauge(meters, "payment.unapplied.oldest.age.seconds", this::oldestAgeSeconds);
    gauge(meters, "payment.trade.claims", MoneyState::claims);
    gauge(meters, "payment.amounts.awaited", MoneyState::amountsAwaited);
    gauge(meters, "payment.orders.overdue", MoneyState::overdue);
  }

  private void gauge(MeterRegistry meters, String name, ToDoubleFunction<MoneyState> value) {
    Gauge.builder(name, this, watch -> watch.value(value)).register(meters);
  }

  private double value(ToDoubleFunction<MoneyState> value) {
    return last.map(value::applyAsDouble).orElse(Double.NaN);
  }

  private double oldestAgeSeconds(MoneyState state) {
    return state
        .oldestOpen()
        .map(at -> Duration.between(at, clock.instant()).toMillis() / 1e3)
        .orElse(0.0);
  }
}
