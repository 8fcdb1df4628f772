package com.yuge.payment.in.job;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.yuge.payment.domain.audit.AuditData;
import com.yuge.payment.domain.audit.AuditProgress;
import com.yuge.payment.domain.audit.AuditStep;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Audits for a slice of time. Then any instance may continue. */
class RunAuditStep {
  /** After this time no further chunk begins. */
  static final Duration SLICE = Duration.ofSeconds(5);

  private final AuditData audit;
  private final Duration pause;
  private final Duration slice;
  private final CountDownLatch stopping = new CountDownLatch(1);

  RunAuditStep(AuditData audit, AuditProperties properties, Duration slice) {
    this.audit = audit;
    this.pause = properties.pause();
    this.slice = slice;
  }

  AuditStep.Kind whenDue(AuditProgress claimed) {
    long begun = System.nanoTime();
    AuditStep step = audit.step(claimed);
    while (step.goesOn() && System.nanoTime() - begun < slice.toNanos() && !stopsInPause()) {
      step = audit.step(step.progress());
    }
    if (step.goesOn()) {
      audit.release(step.progress());
    }
    return step.kind();
  }

  private boolean stopsInPause() {
    try {
      return stopping.await(pause.toNanos(), NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Ends the slice at once, because the service stops and waits for it. */
  @EventListener(ContextClosedEvent.class)
  void stop() {
    stopping.countDown();
  }
}
