package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundRequest;

/**
 * One refund in the channel's books.
 *
 * @param refusedAt when the channel first refused it, in microseconds of the world's time; -1 if it
 *     never did
 * @param isLate whether the channel made it although it had refused it for good
 */
public record BookedRefund(
    RefundRequest request, State state, Hand hand, long refusedAt, boolean isLate) {
  /** What the channel says of it. */
  public enum State {
    ACCEPTED,
    ABNORMAL,
    DONE,
    /** Refused for good. */
    CLOSED,
    /** Refused for now; not in the books that a query reads. */
    REFUSED,
    /** Accepted and then lost. */
    FORGOTTEN
  }

  /** What people did at the channel's counter; the channel's answers do not tell of it. */
  public enum Hand {
    NONE,
    PAID,
    REVOKED
  }

  static final long NEVER = -1;
  private static final FailCode CLOSED = new FailCode("CLOSED");
  private static final FailCode ACCOUNT = new FailCode("ACCOUNT_CLOSED");

  static BookedRefund begun(RefundRequest request, State state) {
    return new BookedRefund(request, state, Hand.NONE, NEVER, false);
  }

  /** Whether the money has gone back. */
  public boolean isMade() {
    return state == State.DONE || hand == Hand.PAID;
  }

  /** Whether the money has gone back, or may still go back without being asked for again. */
  public boolean mayPay() {
    boolean open = state == State.ACCEPTED || state == State.ABNORMAL;
    return isMade() || (open && hand == Hand.NONE);
  }

  public boolean wasRefused() {
    return refusedAt != NEVER;
  }

  BookedRefund with(State next) {
    return new BookedRefund(request, next, hand, refusedAt, isLate);
  }

  BookedRefund with(Hand next) {
    return new BookedRefund(request, state, next, refusedAt, isLate);
  }

  BookedRefund refused(State next, long now) {
    return new BookedRefund(request, next, hand, wasRefused() ? refusedAt : now, isLate);
  }

  BookedRefund done(boolean late) {
    return new BookedRefund(request, State.DONE, hand, refusedAt, isLate || late);
  }

  /** What a query is answered. */
  RefundAnswer answer() {
    ChannelRefundNo number = new ChannelRefundNo("CH" + request.refundNo());
    return switch (state) {
      case ACCEPTED -> new RefundAnswer.Accepted(number);
      case ABNORMAL -> new RefundAnswer.Abnormal(ACCOUNT, number);
      case DONE -> new RefundAnswer.Done(request.amount(), number, null);
      case CLOSED -> new RefundAnswer.Refused(CLOSED, true);
      case REFUSED, FORGOTTEN -> new RefundAnswer.NoRefund();
    };
  }
}
