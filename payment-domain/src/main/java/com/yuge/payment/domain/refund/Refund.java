package com.yuge.payment.domain.refund;

import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.shared.RefundNo;
import java.time.Instant;

/**
 * Money that goes back to the payer of one trade. Immutable: each change returns the next version.
 *
 * @param id the store's number, 0 until stored
 * @param version counts the changes; only one writer writes each version
 */
public record Refund(
    long id,
    RefundNo refundNo,
    RefundTerms terms,
    RefundStatus status,
    RefundProgress progress,
    int version,
    Instant createdAt,
    Instant updatedAt) {

  public Refund {
    require(
        (status == RefundStatus.SUCCESS || progress.lateAt() != null)
            == (progress.refundedAt() != null),
        "a refund that was made has a time");
    require(
        status == RefundStatus.FAILED || progress.lateAt() == null, "only a failed one is late");
    require(
        status != RefundStatus.FAILED || progress.failCode() != null, "a failed one has a code");
  }

  /** A new refund, REFUNDING. */
  static Refund create(RefundNo refundNo, RefundTerms terms, Instant now) {
    return new Refund(0, refundNo, terms, RefundStatus.REFUNDING, RefundProgress.NONE, 0, now, now);
  }

  /** The same refund with the number that the store gave it. */
  public Refund stored(long storedId) {
    return new Refund(storedId, refundNo, terms, status, progress, version, createdAt, updatedAt);
  }

  /** Whether the payment's money must pay for it. */
  public boolean isLive() {
    return status != RefundStatus.FAILED || progress.lateAt() != null;
  }

  /** Whether the channel has given the money back. */
  public boolean isDone() {
    return progress.refundedAt() != null;
  }

  public boolean isUndecided() {
    return status.isUndecided();
  }

  /** Whether it has waited so long for a decision that it needs a person. */
  public boolean isOverdue(Instant now) {
    return isUndecided() && !createdAt.plus(InspectRefunds.OVERDUE_AFTER).isAfter(now);
  }

  /** Whether the channel was never asked for it, so that it can still be cancelled. */
  public boolean isCancellable() {
    return isUndecided() && progress.asks() == 0;
  }

  /** Whether the next call asks the channel for the state only. */
  boolean isQueriedNext() {
    return status != RefundStatus.REFUNDING
        || progress.acceptedAt() != null
        || progress.refusedAt() != null;
  }

  /** The request to the channel, with the same data each time. */
  RefundRequest request() {
    return new RefundRequest(
        refundNo,
        terms.payNo(),
        terms.tradeNo(),
        terms.amount(),
        terms.baseAmount(),
        terms.reason(),
        terms.account());
  }

  /** Cancelled before the channel was asked. */
  Refund cancelled(Instant now) {
    require(isCancellable(), "a refund is cancelled before the channel is asked");
    return with(RefundStatus.FAILED, progress.failed(new FailCode("CANCELLED")), now);
  }

  /** Decided by an operator. */
  Refund resolved(boolean done, Instant now) {
    require(isUndecided(), "a decided refund stays as it is");
    return done
        ? with(RefundStatus.SUCCESS, progress.doneByHand(now), now)
        : with(RefundStatus.FAILED, progress.failed(new FailCode("RESOLVED")), now);
  }

  /** The next version of the same refund, with this progress. */
  Refund with(RefundProgress next, Instant now) {
    return with(status, next, now);
  }

  Refund with(RefundStatus nextStatus, RefundProgress next, Instant now) {
    return new Refund(id, refundNo, terms, nextStatus, next, version + 1, createdAt, now);
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw new IllegalArgumentException(rule);
    }
  }
}
