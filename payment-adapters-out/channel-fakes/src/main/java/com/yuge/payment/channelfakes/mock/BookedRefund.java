package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.RandomHex;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A refund in the channel's books.
 *
 * @param refundedAt when the money went back; null until then
 * @param doneAtQuery how many queries are left until one finds it done; 0 if queries do not matter
 * @param doneAfterMillis how long it takes; 0 if time does not matter
 * @param callback the callback about its state
 */
record BookedRefund(
    RefundNo refundNo,
    TradeNo tradeNo,
    Money amount,
    String channelRefundNo,
    URI notifyUrl,
    State state,
    @Nullable Instant refundedAt,
    int doneAtQuery,
    int doneAfterMillis,
    CallbackStatus callback) {

  /** The names go into answers and callbacks, except for DENIED. */
  enum State {
    PROCESSING,
    SUCCESS,
    ABNORMAL,
    CLOSED,
    /** The channel says that it refused the refund, but makes it later. */
    DENIED;

    /** Whether the channel sends a callback about it. */
    boolean isNotified() {
      return this == SUCCESS || this == ABNORMAL || this == CLOSED;
    }
  }

  /** A refund as it is requested at the channel. */
  record Wanted(
      RefundNo refundNo, TradeNo tradeNo, Money amount, Money tradeAmount, URI notifyUrl) {
    BookedRefund booked(State state, RefundFaults faults, Instant now) {
      return new BookedRefund(
              refundNo,
              tradeNo,
              amount,
              "MOCK_R_" + RandomHex.digits(16),
              notifyUrl,
              State.PROCESSING,
              null,
              faults.doneAtQuery(),
              faults.doneAfterMillis(),
              CallbackStatus.fresh())
          .become(state, now);
    }

    boolean isSameAs(BookedRefund refund) {
      return refund.tradeNo.equals(tradeNo) && refund.amount.equals(amount);
    }
  }

  /** The same refund in this state; each new state has a callback of its own. */
  BookedRefund become(State next, Instant now) {
    if (next == state) {
      return this;
    }
    boolean done = next == State.SUCCESS;
    boolean decided = done || next == State.CLOSED;
    return new BookedRefund(
        refundNo,
        tradeNo,
        amount,
        channelRefundNo,
        notifyUrl,
        next,
        done ? now.truncatedTo(ChronoUnit.MILLIS) : null,
        decided ? 0 : doneAtQuery,
        decided ? 0 : doneAfterMillis,
        CallbackStatus.fresh());
  }

  /** The same refund after one more query. */
  BookedRefund queried(Instant now) {
    return switch (doneAtQuery) {
      case 0 -> this;
      case 1 -> become(State.SUCCESS, now);
      default -> with(doneAtQuery - 1, callback);
    };
  }

  /** The same refund after one more try of the callback about its state. */
  BookedRefund tried(boolean answered200) {
    return with(doneAtQuery, callback.tried(answered200));
  }

  private BookedRefund with(int queriesLeft, CallbackStatus next) {
    return new BookedRefund(
        refundNo,
        tradeNo,
        amount,
        channelRefundNo,
        notifyUrl,
        state,
        refundedAt,
        queriesLeft,
        doneAfterMillis,
        next);
  }
}
