package com.yuge.payment.in.web;

import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOutcome;
import com.yuge.payment.domain.refund.RefundOutcome.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what happens to refunds by result and channel ({@code payment.refunds}), and logs what
 * needs a person.
 */
public final class RefundMetrics {
  private static final Logger log = LoggerFactory.getLogger(RefundMetrics.class);

  private final MeterRegistry meters;

  public RefundMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  public void created(Refund refund) {
    count("CREATED", refund);
  }

  /** Counts one step, and returns it. */
  public RefundOutcome counted(RefundOutcome outcome) {
    count(outcome.kind().name(), outcome.refund());
    if (needsPerson(outcome.kind())) {
      Refund refund = outcome.refund();
      log.warn(
          "Refund {} of pay order {}: {}, status {}, {}",
          refund.refundNo(),
          refund.terms().payNo(),
          outcome.kind(),
          refund.status(),
          refund.progress().lastError());
    }
    return outcome;
  }

  private static boolean needsPerson(Kind kind) {
    return switch (kind) {
      case LATE_SUCCEEDED, CONTRADICTED -> true;
      case SUCCEEDED, FAILED, MOVED, UNKNOWN, UNCHANGED -> false;
    };
  }

  private void count(String result, Refund refund) {
    String channel = refund.terms().channel().name();
    meters.counter("payment.refunds", "result", result, "channel", channel).increment();
  }
}
