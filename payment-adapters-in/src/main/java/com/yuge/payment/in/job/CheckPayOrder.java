package com.yuge.payment.in.job;

import com.yuge.payment.domain.reconcile.CheckResult;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.StoreUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker's task: checks an order, in a trace of its own, and counts what came of it. */
final class CheckPayOrder {
  private static final Logger log = LoggerFactory.getLogger(CheckPayOrder.class);

  private final ReconcilePayOrder reconcile;
  private final ObservationRegistry observations;
  private final MeterRegistry meters;

  CheckPayOrder(
      ReconcilePayOrder reconcile, ObservationRegistry observations, MeterRegistry meters) {
    this.reconcile = reconcile;
    this.observations = observations;
    this.meters = meters;
  }

  /** Never throws: whatever goes wrong, the order is checked again when its hold ends. */
  void whenDue(PayNo payNo) {
    Observation.createNotStarted("payment.reconcile", observations)
        .observe(() -> checkAndLog(payNo));
  }

  /** Throws whatever goes wrong: somebody waits for the answer. */
  CheckResult now(PayNo payNo) {
    return Observation.createNotStarted("payment.reconcile", observations)
        .<CheckResult>observe(() -> counted(reconcile.onRequest(payNo)));
  }

  private CheckResult counted(CheckResult result) {
    count(result.name());
    switch (result) {
      case LATE -> unapplied("late");
      case MISMATCH -> unapplied("mismatch");
      case DECIDED, CLOSED, WAITING, UNPAID, UNKNOWN, MOVED -> {}
    }
    return result;
  }

  private void checkAndLog(PayNo payNo) {
    try {
      log.debug("Pay order {}: {}", payNo, counted(reconcile.handle(payNo)));
    } catch (StoreUnavailable e) {
      count("STORE_AWAY");
      log.debug("Pay order {} waits for the store", payNo, e);
    } catch (Throwable e) {
      // An Error too: nobody else tells of what ends on a worker's thread.
      count("BUG");
      log.error("Pay order {} could not be checked; it is tried again", payNo, e);
    }
  }

  private void count(String result) {
    meters.counter("payment.reconcile.checks", "result", result).increment();
  }

  private void unapplied(String kind) {
    meters.counter("payment.unapplied.received", "kind", kind, "by", "query").increment();
  }
}
