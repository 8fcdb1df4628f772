package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.ProcessRefund.Answered;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets an operator decide a refund that the channel does not decide: an abnormal one, or one that
 * has waited for a day. The channel is queried first, and its answer has priority.
 */
public final class ResolveRefund {
  /**
   * How long after a request a "no" of the channel may still mean "not yet". It is longer than a
   * call may take, and than clocks may differ.
   */
  private static final Duration QUIET = PayOrder.MOST_SKEW.multipliedBy(2);

  private final RefundPorts ports;
  private final ProcessRefund process;
  private final WriteRefund write;
  private final Transactions transactions;
  private final Clock clock;

  ResolveRefund(
      RefundPorts ports,
      ProcessRefund process,
      WriteRefund write,
      Transactions transactions,
      Clock clock) {
    this.ports = ports;
    this.process = process;
    this.write = write;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The refund afterwards.
   *
   * @param outcome the effect on the refund, by the channel's answer or by the operator
   */
  public record Resolution(Kind kind, RefundOutcome outcome) {
    /** How the refund was decided; the names of the last two are part of the contract. */
    public enum Kind {
      /** The channel's answer decided it. */
      DECIDED,
      /** The operator decided it. */
      RESOLVED,
      /** It is decided, or may still be decided without a person. */
      NOT_DUE,
      /** The operator decided nothing, or the channel may still give the money back. */
      UNDECIDED
    }

    public Refund refund() {
      return outcome.refund();
    }
  }

  /**
   * Queries the channel, and then decides as the operator says.
   *
   * @param done whether the money went back, as the operator knows; null to query only
   * @return empty when there is no such refund
   */
  public Optional<Resolution> handle(
      RefundNo refundNo, OperatorReason reason, @Nullable Boolean done) {
    return ports.refunds().find(refundNo).map(found -> resolve(found, reason, done));
  }

  private Resolution resolve(Refund found, OperatorReason reason, @Nullable Boolean done) {
    if (!isDue(found)) {
      return new Resolution(Resolution.Kind.NOT_DUE, unchanged(found));
    }
    transactions.run(() -> record(found, AuditEntry.REQUESTED, reason));
    Answered answered = process.query(found.refundNo());
    Refund refund = answered.outcome().refund();
    if (!refund.isUndecided()) {
      return new Resolution(Resolution.Kind.DECIDED, answered.outcome());
    }
    return done == null || !permits(answered, done)
        ? new Resolution(Resolution.Kind.UNDECIDED, answered.outcome())
        : transactions.call(() -> decide(refund, reason, done));
  }

  private boolean isDue(Refund refund) {
    return refund.status() == RefundStatus.ABNORMAL || refund.isOverdue(clock.instant());
  }

  // Money that a channel may still give back stays held. An abnormal refund is given back only by
  // hand, so the operator knows more about it than the channel's answer says.
  private boolean permits(Answered answered, boolean done) {
    if (done || !answered.isLast()) {
      return done;
    }
    return switch (answered.answer().kind()) {
      case ABNORMAL -> true;
      case REFUSED, NO_REFUND -> isQuiet(answered.outcome().refund());
      case ACCEPTED, DONE, UNKNOWN -> false;
    };
  }

  private boolean isQuiet(Refund refund) {
    Instant askedAt = refund.progress().askedAt();
    return askedAt == null || !askedAt.plus(QUIET).isAfter(clock.instant());
  }

  private Resolution decide(Refund seen, OperatorReason reason, boolean done) {
    PayOrder order = ports.lock(seen.terms().payNo());
    Refund refund = ports.current(seen.refundNo());
    if (refund.version() != seen.version()) { // Something happened since the query.
      return new Resolution(Resolution.Kind.UNDECIDED, unchanged(refund));
    }
    Instant now = clock.instant();
    RefundOutcome outcome =
        new RefundOutcome(
            done ? RefundOutcome.Kind.SUCCEEDED : RefundOutcome.Kind.FAILED,
            refund.resolved(done, now));
    write.step(order, outcome, RefundBackoff.after(refund, outcome, now), now);
    record(outcome.refund(), "RESOLVED", reason);
    return new Resolution(Resolution.Kind.RESOLVED, outcome);
  }

  private static RefundOutcome unchanged(Refund refund) {
    return new RefundOutcome(RefundOutcome.Kind.UNCHANGED, refund);
  }

  private void record(Refund refund, String result, OperatorReason reason) {
    PayOrder order = ports.lock(refund.terms().payNo());
    String detail = refund.refundNo() + " " + refund.status() + " " + reason.text();
    write.audit(order, Action.REFUND_RESOLVE, result, detail, clock.instant());
  }
}
