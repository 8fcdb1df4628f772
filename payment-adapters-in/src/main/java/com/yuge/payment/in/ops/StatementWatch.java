package com.yuge.payment.in.ops;

import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.InspectStatements;
import com.yuge.payment.domain.statement.InspectStatements.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open discrepancies and the statements that wait, as last read from the database. */
final class StatementWatch {
  private static final Logger log = LoggerFactory.getLogger(StatementWatch.class);

  private final InspectStatements inspect;
  private final Reminder reminder;
  private final LastKnownValue<State> last = new LastKnownValue<>(log);

  StatementWatch(InspectStatements inspect, Clock clock) {
    this.inspect = inspect;
    this.reminder = new Reminder(clock);
  }

  /** Reads the state from the database. */
  synchronized void refresh() {
    last.read(inspect::state, this::logOpen, "The discrepancies could not be counted");
  }

  private void logOpen(State state) {
    switch (reminder.next(!state.open().isEmpty())) {
      case REMIND ->
          log.warn(
              "The channels' statements and the books differ: {}; GET"
                  + " /actuator/statements/discrepancies lists where",
              state.open());
      case OVER -> log.info("No discrepancy is open any more");
      case QUIET -> {}
    }
  }

  void bindTo(MeterRegistry meters) {
    for (DiscrepancyType type : DiscrepancyType.values()) {
      Gauge.builder(
              "payment.statements.open",
              last,
              read -> read.number(state -> state.open().getOrDefault(type, 0)))
          .tag("type", type.name())
          .register(meters);
    }
    last.gauge(meters, "payment.statements.age.days", State::oldest);
  }
}
