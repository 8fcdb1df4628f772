package com.yuge.payment.in.ops;

import com.yuge.payment.domain.refund.InspectRefunds;
import com.yuge.payment.domain.refund.RefundBacklog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The refunds that are not decided, over all instances, as last read from the database. Gauges and
 * health read it.
 */
final class RefundWatch {
  private static final Logger log = LoggerFactory.getLogger(RefundWatch.class);

  private final InspectRefunds inspect;
  private final Clock clock;
  private final Reminder reminder;
  private final LastKnownValue<RefundBacklog> last = new LastKnownValue<>(log);

  RefundWatch(InspectRefunds inspect, Clock clock) {
    this.inspect = inspect;
    this.clock = clock;
    this.reminder = new Reminder(clock);
  }

  /** Reads the backlog from the database. */
  synchronized void refresh() {
    last.read(
        inspect::backlog,
        backlog -> logOverdue(backlog.overdue()),
        "The refunds could not be counted");
  }

  Optional<RefundBacklog> last() {
    return last.value();
  }

  private void logOverdue(int overdue) {
    switch (reminder.next(overdue > 0)) {
      case REMIND ->
          log.warn(
              "{} refunds are not decided after {} hours: their channel does not answer, or a person"
                  + " must look; GET /payments/refunds?status=REFUNDING and"
                  + " ?status=ABNORMAL list them",
              overdue,
              InspectRefunds.OVERDUE_AFTER.toHours());
      case OVER -> log.info("No refund is overdue any more");
      case QUIET -> {}
    }
  }

  void bindTo(MeterRegistry meters) {
    last.gauge(meters, "payment.refunds.undecided", RefundBacklog::undecided);
    last.gauge(meters, "payment.refunds.overdue", RefundBacklog::overdue);
    last.gauge(
        meters,
        "payment.refunds.oldest.age.seconds",
        backlog -> LastKnownValue.ageSeconds(backlog.oldest(), clock));
  }
}
