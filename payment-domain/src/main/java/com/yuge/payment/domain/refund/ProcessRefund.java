package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.refund.BeginRefundCall.Call;
import com.yuge.payment.domain.refund.BeginRefundCall.Turn;
import com.yuge.payment.domain.shared.RefundNo;

/**
 * Calls the channel about a refund. The call is committed before it is made, so a crash cannot lose
 * it. The channel is asked for the refund with the same number and amount until it says that it has
 * the refund; then it is asked for the state.
 */
public final class ProcessRefund {
  private static final RefundAnswer NOT_CALLED =
      new RefundAnswer.Unknown(new UnknownReason(UnknownReason.Cause.NOT_ASKED, "not called"));

  private final Channels channels;
  private final BeginRefundCall begin;
  private final ApplyRefundAnswer apply;

  ProcessRefund(Channels channels, BeginRefundCall begin, ApplyRefundAnswer apply) {
    this.channels = channels;
    this.begin = begin;
    this.apply = apply;
  }

  /**
   * Makes the next call, which has been claimed because it is due, and schedules the one after it.
   * A refund that is decided, or that the channel has, is only queried. If it has changed since the
   * claim, the call counts as one that was not due.
   */
  public RefundOutcome handle(DueRefund due) {
    Turn turn = begin.handle(due.refundNo(), false);
    return call(turn, turn.refund().version() == due.version() + 1).outcome();
  }

  /** As {@link #handle}, whether a call is due or not. */
  RefundOutcome callNow(RefundNo refundNo) {
    return call(begin.handle(refundNo, false), false).outcome();
  }

  /** Asks the channel for the refund's state only. */
  Answered query(RefundNo refundNo) {
    return call(begin.handle(refundNo, true), false);
  }

  /**
   * The channel's answer and its effect.
   *
   * @param isLast whether no other call has begun since
   */
  record Answered(RefundAnswer answer, RefundOutcome outcome, boolean isLast) {}

  private Answered call(Turn turn, boolean isScheduled) {
    Refund refund = turn.refund();
    if (turn.call() == Call.NONE) {
      RefundOutcome unchanged = new RefundOutcome(RefundOutcome.Kind.UNCHANGED, refund);
      return new Answered(NOT_CALLED, unchanged, false);
    }
    RefundGateway gateway = channels.refunds(refund.terms().channel());
    boolean asks = turn.call() == Call.REFUND;
    RefundAnswer answer =
        asks ? gateway.refund(refund.request()) : gateway.queryRefund(refund.request());
    RefundOutcome outcome =
        apply.handle(
            refund.refundNo(),
            refund.terms().payNo(),
            turn.number(isScheduled),
            answer,
            asks ? Action.REFUND_ASK : Action.REFUND_QUERY);
    boolean isLast = outcome.refund().progress().asks() == refund.progress().asks();
    return new Answered(answer, outcome, isLast);
  }
}
