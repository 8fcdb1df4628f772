package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.http.RandomDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund in the channel's books.
 *
 * @param successTime when the money went back; null until then
 * @param doneAtQuery how many queries are left until one finds it done; 0 if queries do not matter
 * @param notification the notifications about its state
 */
record WechatRefund(
    Wanted wanted,
    String refundId,
    Status status,
    Instant createTime,
    @Nullable Instant successTime,
    int doneAtQuery,
    NotificationStatus notification) {

  /** The names go into answers and notifications. */
  enum Status {
    PROCESSING,
    SUCCESS,
    ABNORMAL,
    CLOSED
  }

  /**
   * A refund as it is requested at the channel.
   *
   * @param coupon what a coupon paid of the payment
   */
  record Wanted(
      String outRefundNo,
      String transactionId,
      Fen refund,
      Fen total,
      Fen coupon,
      @Nullable String reason,
      @Nullable String notifyUrl) {
    boolean isSameAs(Wanted other) {
      return transactionId.equals(other.transactionId)
          && refund.equals(other.refund)
          && total.equals(other.total);
    }

    /** The part of the refund that goes back to the coupon, in proportion. */
    Fen couponRefund() {
      return coupon.share(refund, total);
    }

    WechatRefund booked(Status status, int doneAtQuery, Instant now) {
      return new WechatRefund(
              this,
              "5030" + RandomDecimal.digits(24),
              Status.PROCESSING,
              now,
              null,
              doneAtQuery,
              NotificationStatus.fresh())
          .become(status, now);
    }
  }

  String outRefundNo() {
    return wanted.outRefundNo();
  }

  /** The same refund in this state; each new state has a notification of its own. */
  WechatRefund become(Status next, Instant now) {
    return next == status
        ? this
        : new WechatRefund(
            wanted,
            refundId,
            next,
            createTime,
            next == Status.SUCCESS ? now : null,
            0,
            NotificationStatus.fresh());
  }

  /** The same refund after one more query. */
  WechatRefund queried(Instant now) {
    return switch (doneAtQuery) {
      case 0 -> this;
      case 1 -> become(Status.SUCCESS, now);
      default -> with(doneAtQuery - 1, notification);
    };
  }

  /** The same refund after one more try of the notification about its state. */
  WechatRefund tried(boolean acknowledged) {
    return with(doneAtQuery, notification.tried(acknowledged));
  }

  private WechatRefund with(int queriesLeft, NotificationStatus next) {
    return new WechatRefund(wanted, refundId, status, createTime, successTime, queriesLeft, next);
  }
}
