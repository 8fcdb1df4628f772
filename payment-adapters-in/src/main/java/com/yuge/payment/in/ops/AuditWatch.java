package com.yuge.payment.in.ops;

import com.yuge.payment.domain.audit.AuditRule;
import com.yuge.payment.domain.audit.InspectAudit;
import com.yuge.payment.domain.audit.InspectAudit.AuditState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open violations, over all instances, as last read from the database. Gauges read them. */
final class AuditWatch {
  private static final Logger log = LoggerFactory.getLogger(AuditWatch.class);

  private final InspectAudit inspect;
  private final Reminder reminder;
  private final LastKnownValue<AuditState> last = new LastKnownValue<>(log);

  AuditWatch(InspectAudit inspect, Clock clock) {
    this.inspect = inspect;
    this.reminder = new Reminder(clock);
  }

  /** Reads the state from the database. */
  synchronized void refresh() {
    last.read(inspect::state, this::logOpen, "The violations could not be counted");
  }

  private void logOpen(AuditState state) {
    switch (reminder.next(!state.open().isEmpty())) {
      case REMIND ->
          log.warn(
              "The audit of the service's own data found violations: {}; GET"
                  + " /actuator/audit/violations lists them",
              state.open());
      case OVER -> log.info("No violation is open any more");
      case QUIET -> {}
    }
  }

  void bindTo(MeterRegistry meters) {
    for (AuditRule rule : AuditRule.values()) {
      Gauge.builder(
              "payment.audit.violations",
              last,
              read -> read.number(state -> state.open().getOrDefault(rule, 0)))
          .tag("rule", rule.name())
          .register(meters);
    }
    last.gauge(meters, "payment.audit.days.behind", AuditState::daysBehind);
  }
}
