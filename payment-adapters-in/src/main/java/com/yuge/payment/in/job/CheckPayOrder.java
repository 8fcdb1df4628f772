package com.yuge.payment.in.job;

import com.yuge.payment.domain.reconcile.CheckResult;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.shared.PayNo;
import io.micrometer.core.instrument.MeterRegistry;

/** Checks an order, and counts unapplied money that the check finds. */
final class CheckPayOrder {
  private final ReconcilePayOrder reconcile;
  private final JobMetrics metrics;
  private final MeterRegistry meters;

  CheckPayOrder(ReconcilePayOrder reconcile, JobMetrics metrics, MeterRegistry meters) {
    this.reconcile = reconcile;
    this.metrics = metrics;
    this.meters = meters;
  }

  /** The work of the polling job, which traces and counts it. */
  CheckResult whenDue(PayNo payNo) {
    return unapplied(reconcile.handle(payNo));
  }

  /** Throws whatever goes wrong: somebody waits for the answer. */
  CheckResult now(PayNo payNo) {
    return metrics
        .trace()
        .<CheckResult>observe(() -> metrics.counted(unapplied(reconcile.onRequest(payNo))));
  }

  private CheckResult unapplied(CheckResult result) {
    switch (result) {
      case LATE -> received("late");
      case MISMATCH -> received("mismatch");
      case DECIDED, CLOSED, WAITING, UNPAID, UNKNOWN, MOVED -> {}
    }
    return result;
  }

  private void received(String kind) {
    meters.counter("payment.unapplied.received", "kind", kind, "by", "query").increment();
  }
}
