package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.RefundOutcome.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Decides how a channel's answer changes a refund; writes nothing. Only a verified statement about
 * this very refund and amount decides; an error, a timeout or age never does.
 */
record RefundRules(Refund refund, RefundCall call, Instant at) {
  /** How long after a refusal a query may confirm it. */
  static final Duration CONFIRMED_AFTER = Duration.ofSeconds(10);

  RefundOutcome apply(RefundAnswer answer) {
    if (answer instanceof RefundAnswer.Done done) {
      return done(done);
    }
    if (isOvertaken(answer)) {
      return new RefundOutcome(Kind.UNCHANGED, refund);
    }
    return refund.isUndecided() ? undecided(answer) : decided(answer);
  }

  // Another call has begun since. Until it is answered, this answer is ignored, unless it can never
  // change.
  private boolean isOvertaken(RefundAnswer answer) {
    boolean lasts = answer.kind() == RefundAnswer.Kind.ABNORMAL || isForGood(answer);
    return call.asks() != refund.progress().asks() && !lasts;
  }

  private static boolean isForGood(RefundAnswer answer) {
    return answer instanceof RefundAnswer.Refused refused && refused.isFinal();
  }

  private RefundOutcome done(RefundAnswer.Done done) {
    if (!done.amount().equals(refund.terms().amount())) {
      return contradicted("the channel says that it gave back " + done.amount());
    }
    if (refund.isDone()) {
      return new RefundOutcome(Kind.UNCHANGED, refund);
    }
    boolean late = refund.status() == RefundStatus.FAILED;
    RefundProgress progress = refund.progress().done(done, refundedAt(done), late ? at : null);
    return late
        ? outcome(Kind.LATE_SUCCEEDED, RefundStatus.FAILED, progress)
        : outcome(Kind.SUCCEEDED, RefundStatus.SUCCESS, progress);
  }

  // The channel's time counts unless it cannot be true.
  private Instant refundedAt(RefundAnswer.Done done) {
    Instant said = done.refundedAt();
    return (said != null && isPlausible(said) ? said : at).truncatedTo(ChronoUnit.MICROS);
  }

  private boolean isPlausible(Instant said) {
    return !said.isBefore(refund.createdAt().minus(PayOrder.MOST_SKEW))
        && !said.isAfter(at.plus(PayOrder.MOST_SKEW));
  }

  private RefundOutcome undecided(RefundAnswer answer) {
    RefundProgress before = refund.progress();
    boolean abnormal = refund.status() == RefundStatus.ABNORMAL;
    return switch (answer.kind()) {
      case DONE -> throw new IllegalStateException("decided before");
      case ACCEPTED -> outcome(Kind.MOVED, refund.status(), before.accepted(answer, at));
      case ABNORMAL -> outcome(Kind.MOVED, RefundStatus.ABNORMAL, before.accepted(answer, at));
      case REFUSED -> refused((RefundAnswer.Refused) answer, abnormal);
      case NO_REFUND ->
          abnormal ? contradicted("the channel has no refund, but had taken money") : noRefund();
      case UNKNOWN ->
          new RefundOutcome(Kind.UNKNOWN, refund.with(before.withError(text(answer)), at));
    };
  }

  private RefundOutcome refused(RefundAnswer.Refused refused, boolean abnormal) {
    if (refused.isFinal()) {
      return failed(refused.failCode());
    }
    return abnormal
        ? contradicted("the channel refuses a refund for which it had taken money")
        : outcome(Kind.MOVED, refund.status(), refund.progress().refused(refused.failCode(), at));
  }

  // The channel is asked for the refund again, unless this answer confirms a refusal.
  private RefundOutcome noRefund() {
    RefundProgress before = refund.progress();
    Instant refusedAt = before.refusedAt();
    if (refusedAt == null) {
      return outcome(Kind.MOVED, refund.status(), before.forgotten());
    }
    return !call.isScheduled() || call.begunAt().isBefore(refusedAt.plus(CONFIRMED_AFTER))
        ? new RefundOutcome(Kind.UNCHANGED, refund.with(before, at))
        : failed(Objects.requireNonNull(before.failCode(), "a refusal has a code"));
  }

  private RefundOutcome failed(FailCode code) {
    return outcome(Kind.FAILED, RefundStatus.FAILED, refund.progress().failed(code));
  }

  private RefundOutcome decided(RefundAnswer answer) {
    boolean agrees =
        switch (answer.kind()) {
          case DONE -> throw new IllegalStateException("decided before");
          case ACCEPTED, ABNORMAL -> isOlderThanDone();
          case NO_REFUND -> !refund.isDone() || isOlderThanDone();
          case REFUSED -> !refund.isDone() || (isOlderThanDone() && !isForGood(answer));
          case UNKNOWN -> true;
        };
    return agrees
        ? new RefundOutcome(
            answer.kind() == RefundAnswer.Kind.UNKNOWN ? Kind.UNKNOWN : Kind.UNCHANGED,
            refund.with(refund.progress(), at))
        : contradicted("the channel says " + answer.key());
  }

  // A callback may report the refund as done while the answer to a call, or an earlier callback, is
  // still on its way.
  private boolean isOlderThanDone() {
    return refund.isDone() && call.begunAt().isBefore(refund.updatedAt());
  }

  private RefundOutcome contradicted(String error) {
    return outcome(Kind.CONTRADICTED, refund.status(), refund.progress().withError(error));
  }

  private RefundOutcome outcome(Kind kind, RefundStatus status, RefundProgress progress) {
    return new RefundOutcome(kind, refund.with(status, progress, at));
  }

  private static String text(RefundAnswer answer) {
    UnknownReason reason = answer.unknown().orElseThrow();
    return reason.cause() + ": " + reason.detail();
  }
}
