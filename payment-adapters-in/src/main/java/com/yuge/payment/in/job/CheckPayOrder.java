package com.yuge.payment.in.job;

import com.yuge.payment.domain.reconcile.CheckResult;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.shared.PayNo;
import io.micrometer.core.instrument.MeterRegistry;

/** Checks an order and counts the unapplied money that the check finds. */
final class CheckPayOrder {
  private final ReconcilePayOrder reconcile;
  private final JobMetrics metrics;
  private final MeterRegistry meters;

  CheckPayOrder(ReconcilePayOrder reconcile, JobMetrics metrics, MeterRegistry meters) {
    this.reconcile = reconcile;
    this.metrics = metrics;
    this.meters = meters;
  }

  /** Checks an order for the polling job. The job adds the trace and the counter. */
  CheckResult whenDue(PayNo payNo) {
    return unapplied(reconcile.handle(payNo));
  }

  /** Checks an order for an operator. Exceptions reach the caller, who waits for the response. */
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
