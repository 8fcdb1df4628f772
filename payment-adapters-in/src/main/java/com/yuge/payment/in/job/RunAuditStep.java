package com.yuge.payment.in.job;

import com.yuge.payment.domain.audit.AuditData;
import com.yuge.payment.domain.audit.AuditProgress;
import com.yuge.payment.domain.audit.AuditStep;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Audits for a slice of time, so that a stop does not wait long. Then any instance may continue.
 *
 * @param slice time after which no further chunk begins
 */
record RunAuditStep(AuditData audit, AuditProperties properties, Duration slice) {
  static final Duration SLICE = Duration.ofSeconds(5);

  AuditStep.Kind whenDue(AuditProgress claimed) {
    long begun = System.nanoTime();
    AuditStep step = audit.step(claimed);
    while (step.goesOn() && System.nanoTime() - begun < slice.toNanos()) {
      LockSupport.parkNanos(properties.pause().toNanos());
      step = audit.step(step.progress());
    }
    if (step.goesOn()) {
      audit.release(step.progress());
    }
    return step.kind();
  }
}
