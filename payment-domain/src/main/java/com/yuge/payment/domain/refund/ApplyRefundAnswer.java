package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.RefundOutcome.Kind;
import com.yuge.payment.domain.shared.Excerpt;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Applies a channel's answer to a refund: locks, decides and writes, all or nothing. */
public final class ApplyRefundAnswer {
  private final RefundPorts ports;
  private final WriteRefund write;
  private final Transactions transactions;
  private final Clock clock;

  ApplyRefundAnswer(RefundPorts ports, WriteRefund write, Transactions transactions, Clock clock) {
    this.ports = ports;
    this.write = write;
    this.transactions = transactions;
    this.clock = clock;
  }

  RefundOutcome handle(
      RefundNo refundNo, PayNo payNo, RefundCall call, RefundAnswer answer, Action action) {
    return transactions.call(
        () -> {
          PayOrder order = ports.lock(payNo);
          Instant now = clock.instant();
          return apply(order, new RefundRules(ports.current(refundNo), call, now), answer, action);
        });
  }

  /**
   * Applies an answer that the channel sent by itself, in a callback. The caller has locked the
   * order in its own transaction.
   */
  public RefundOutcome inLock(PayOrder order, RefundNo refundNo, RefundAnswer answer) {
    Instant now = clock.instant();
    Refund refund = ports.current(refundNo);
    RefundCall call = RefundCall.none(refund);
    return apply(order, new RefundRules(refund, call, now), answer, Action.REFUND_NOTIFY);
  }

  /**
   * Makes the next call due now. After a refusal, the call is due only when it may confirm the
   * refusal. The caller has locked the order in its own transaction.
   */
  public RefundOutcome makeDue(PayOrder order, RefundNo refundNo) {
    Instant now = clock.instant();
    Refund refund = ports.current(refundNo);
    if (refund.isDone()) {
      return new RefundOutcome(Kind.UNCHANGED, refund);
    }
    RefundOutcome outcome = new RefundOutcome(Kind.MOVED, refund.with(overtaking(refund), now));
    boolean refused = refund.progress().refusedAt() != null;
    write.step(
        order, outcome, Optional.of(refused ? RefundRules.CONFIRMED_AFTER : Duration.ZERO), now);
    write.audit(order, Action.REFUND_NOTIFY, "DUE", text(refund, outcome), now);
    return outcome;
  }

  // Counts as a call, so that the answer to an earlier call cannot cancel the new one. An undecided
  // refund needs no such count, because the channel is called about it again in any case.
  private static RefundProgress overtaking(Refund refund) {
    return refund.isUndecided() ? refund.progress() : refund.progress().queried();
  }

  private RefundOutcome apply(
      PayOrder order, RefundRules rules, RefundAnswer answer, Action action) {
    RefundOutcome outcome = rules.apply(answer);
    if (outcome.kind() == Kind.UNCHANGED && !isFromLastCall(rules, action)) {
      return new RefundOutcome(Kind.UNCHANGED, rules.refund());
    }
    if (!outcome.refund().equals(rules.refund())) {
      Optional<Duration> pause = RefundBackoff.after(rules.refund(), outcome, rules.at());
      write.step(order, outcome, pause, rules.at());
    }
    if (isRemarkable(outcome, answer)) {
      write.audit(order, action, answer.key(), text(rules.refund(), outcome), rules.at());
    }
    return outcome;
  }

  // Only the answer to the last call shows that no further call is needed. A callback may be old.
  private static boolean isFromLastCall(RefundRules rules, Action action) {
    return action != Action.REFUND_NOTIFY
        && rules.call().asks() == rules.refund().progress().asks();
  }

  // A call that was not made is not recorded: an outage would cause many such entries.
  private static boolean isRemarkable(RefundOutcome outcome, RefundAnswer answer) {
    boolean asked =
        answer
            .unknown()
            .filter(reason -> reason.cause() == UnknownReason.Cause.NOT_ASKED)
            .isEmpty();
    return asked && outcome.kind() != Kind.UNCHANGED;
  }

  private static String text(Refund before, RefundOutcome outcome) {
    Refund refund = outcome.refund();
    StringBuilder text = new StringBuilder(outcome.kind().name());
    text.append(' ').append(refund.refundNo()).append(' ').append(refund.terms().amount());
    text.append(' ').append(before.status()).append(" -> ").append(refund.status());
    text.append(" asks=").append(refund.progress().asks());
    String error = refund.progress().lastError();
    if (error != null) {
      text.append(' ').append(error);
    }
    return Excerpt.of(text.toString(), RefundProgress.LONGEST_ERROR);
  }
}
