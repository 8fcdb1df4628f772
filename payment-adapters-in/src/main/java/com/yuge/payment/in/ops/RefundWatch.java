package com.yuge.payment.in.ops;

import com.yuge.payment.domain.refund.InspectRefunds;
import com.yuge.payment.domain.refund.RefundBacklog;
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
 * The refunds that are not decided, over all instances, as last read from the database. Gauges and
 * health read it.
 */
final class RefundWatch {
  private static final Logger log = LoggerFactory.getLogger(RefundWatch.class);

  private final InspectRefunds inspect;
  private final Clock clock;
  private final Reminder reminder;
  private volatile Optional<RefundBacklog> last = Optional.empty();

  RefundWatch(InspectRefunds inspect, Clock clock) {
    this.inspect = inspect;
    this.clock = clock;
    this.reminder = new Reminder(clock);
  }

  /** Reads the backlog from the database. After a failure it is unknown, not the old value. */
  synchronized void refresh() {
    try {
      RefundBacklog backlog = inspect.backlog();
      last = Optional.of(backlog);
      logOverdue(backlog.overdue());
    } catch (StoreUnavailable away) {
      last = Optional.empty();
      log.debug("The refunds could not be counted", away);
    } catch (RuntimeException | Error bug) {
      last = Optional.empty();
      throw bug; // Spring logs it and calls this again.
    }
  }

  Optional<RefundBacklog> last() {
    return last;
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
    gauge(meters, "payment.refunds.undecided", RefundBacklog::undecided);
    gauge(meters, "payment.refunds.overdue", RefundBacklog::overdue);
    gauge(meters, "payment.refunds.oldest.age.seconds", this::oldestAgeSeconds);
  }

  private void gauge(MeterRegistry meters, String name, ToDoubleFunction<RefundBacklog> value) {
    Gauge.builder(name, this, watch -> watch.last().map(value::applyAsDouble).orElse(Double.NaN))
        .register(meters);
  }

  private double oldestAgeSeconds(RefundBacklog backlog) {
    return backlog
        .oldest()
        .map(at -> Duration.between(at, clock.instant()).toMillis() / 1e3)
        .orElse(0.0);
  }
}
