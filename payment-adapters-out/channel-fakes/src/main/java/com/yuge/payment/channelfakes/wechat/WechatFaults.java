package com.yuge.payment.channelfakes.wechat;

import com.yuge.payment.channelfakes.bill.BillFault;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the channel misbehaves.
 *
 * @param answer fault of answers
 * @param calls calls whose answers go wrong
 * @param delayMillis delay of each of these answers
 * @param skewSeconds how far the channel's clock is ahead in answers and notifications
 * @param notifications fault of notifications
 * @param refunds fault of new refunds
 * @param coupon what a coupon pays of each payment, in yuan; the payer pays less than the total
 * @param bill fault of bills
 */
public record WechatFaults(
    OfAnswer answer,
    Set<Call> calls,
    int delayMillis,
    int skewSeconds,
    NotificationFaults notifications,
    RefundFaults refunds,
    BigDecimal coupon,
    BillFault bill) {
  /** No faults. */
  public static final WechatFaults NONE =
      new WechatFaults(
          OfAnswer.NONE,
          EnumSet.allOf(Call.class),
          0,
          0,
          NotificationFaults.NONE,
          RefundFaults.NONE,
          BigDecimal.ZERO,
          BillFault.NONE);

  private static final int MOST_MILLIS = 60_000;
  private static final int MOST_SECONDS = 86_400;

  /** The calls from a service to the channel. */
  public enum Call {
    NATIVE,
    JSAPI,
    QUERY,
    CLOSE,
    REFUND,
    QUERY_REFUND,
    TRADE_BILL,
    DOWNLOAD_BILL
  }

  /**
   * The fault of an answer. The channel still executes the call, unless the fault says otherwise.
   * This is the worse case for the caller.
   */
  public enum OfAnswer {
    NONE,
    /** HTTP 502 of a proxy, unsigned. */
    ERROR,
    /** No answer comes. */
    HANG,
    /** The connection is closed instead. */
    DROP,
    /** HTTP 200 with a page instead of an answer. */
    GARBAGE,
    /** The answer has no signature. */
    UNSIGNED,
    /** The signature is of another text. */
    WRONG_SIGNATURE,
    /** The signature names another key. */
    WRONG_SERIAL,
    /** The signature is a probe: it begins with WECHATPAY/SIGNTEST/. */
    PROBE,
    /** HTTP 500 SYSTEM_ERROR, signed. */
    SYSTEM_ERROR,
    /** HTTP 429 FREQUENCY_LIMITED, signed; nothing is done. */
    FREQUENCY_LIMITED,
    /** HTTP 403 RULE_LIMIT, signed; nothing is done. */
    RULE_LIMIT,
    /** HTTP 404 ORDER_NOT_EXIST or RESOURCE_NOT_EXISTS, signed; nothing is done. */
    NOT_FOUND;

    boolean refuses() {
      return this == FREQUENCY_LIMITED || this == RULE_LIMIT || this == NOT_FOUND;
    }
  }

  public WechatFaults {
    calls = Set.copyOf(calls);
    if (delayMillis < 0 || delayMillis > MOST_MILLIS || Math.abs(skewSeconds) > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "delayMillis 0 to %d, skewSeconds at most %d".formatted(MOST_MILLIS, MOST_SECONDS));
    }
    if (coupon.signum() < 0 || coupon.stripTrailingZeros().scale() > 2) {
      throw new IllegalArgumentException("a coupon such as 8.88");
    }
  }

  /** Spoils the answers to these calls, or to all calls if none is named. */
  public static WechatFaults ofAnswers(OfAnswer answer, Call... calls) {
    return NONE.with(answer, calls);
  }

  /** Spoils notifications in this way, and nothing else. */
  public static WechatFaults ofNotifications(NotificationFaults notifications) {
    return NONE.with(notifications);
  }

  /** Spoils refunds in this way, and nothing else. */
  public static WechatFaults ofRefunds(RefundFaults refunds) {
    return NONE.with(refunds);
  }

  /** Spoils bills in this way, and nothing else. */
  public static WechatFaults ofBills(BillFault bill) {
    return NONE.with(bill);
  }

  /** Returns the same faults, and this one for answers. */
  public WechatFaults with(OfAnswer other, Call... suffering) {
    Set<Call> named = suffering.length == 0 ? NONE.calls : Set.of(suffering);
    return new WechatFaults(
        other, named, delayMillis, skewSeconds, notifications, refunds, coupon, bill);
  }

  /** Returns the same faults, and this one for notifications. */
  public WechatFaults with(NotificationFaults other) {
    return new WechatFaults(answer, calls, delayMillis, skewSeconds, other, refunds, coupon, bill);
  }

  /** Returns the same faults, and this one for refunds. */
  public WechatFaults with(RefundFaults other) {
    return new WechatFaults(
        answer, calls, delayMillis, skewSeconds, notifications, other, coupon, bill);
  }

  /** Returns the same faults, with each of these answers delayed this long. */
  public WechatFaults delayed(int millis) {
    return new WechatFaults(
        answer, calls, millis, skewSeconds, notifications, refunds, coupon, bill);
  }

  /** Returns the same faults, with the channel's clock this far ahead, or behind if negative. */
  public WechatFaults skewed(int seconds) {
    return new WechatFaults(
        answer, calls, delayMillis, seconds, notifications, refunds, coupon, bill);
  }

  /** Returns the same faults, with a coupon that pays this part of each payment. */
  public WechatFaults coupon(BigDecimal yuan) {
    return new WechatFaults(
        answer, calls, delayMillis, skewSeconds, notifications, refunds, yuan, bill);
  }

  /** Returns the same faults, and this one for bills. */
  public WechatFaults with(BillFault other) {
    return new WechatFaults(
        answer, calls, delayMillis, skewSeconds, notifications, refunds, coupon, other);
  }

  WechatFaults during(Call call) {
    return calls.contains(call)
        ? this
        : new WechatFaults(
            OfAnswer.NONE, calls, 0, skewSeconds, notifications, refunds, coupon, bill);
  }
}
