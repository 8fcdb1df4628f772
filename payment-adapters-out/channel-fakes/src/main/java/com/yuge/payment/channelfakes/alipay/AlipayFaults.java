package com.yuge.payment.channelfakes.alipay;

import com.yuge.payment.channelfakes.bill.BillFault;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How the fake misbehaves. It still executes each call, except where a fault says otherwise. Only
 * its answer is wrong, which is the worse case for the caller.
 *
 * @param answer fault of answers
 * @param calls calls whose answers go wrong
 * @param notifications fault of notifications
 * @param skewSeconds how far the fake's clock is ahead in payments and notifications
 * @param coupon what a coupon pays of each payment; the merchant receives less than the total
 * @param refund fault of new refunds
 * @param bill fault of bills
 */
public record AlipayFaults(
    OfAnswer answer,
    Set<Call> calls,
    OfNotification notifications,
    int skewSeconds,
    BigDecimal coupon,
    RefundFault refund,
    BillFault bill) {
  /** No faults. */
  public static final AlipayFaults NONE =
      new AlipayFaults(
          OfAnswer.NONE,
          EnumSet.allOf(Call.class),
          OfNotification.NONE,
          0,
          BigDecimal.ZERO,
          RefundFault.NONE,
          BillFault.NONE);

  private static final int MOST_SKEW_SECONDS = 86_400;

  /** The fault of an answer. */
  public enum OfAnswer {
    NONE,
    /** HTTP 500. */
    ERROR,
    /** No answer comes. */
    HANG,
    /** The connection is closed instead. */
    DROP,
    /** HTTP 200 with a body that is not an answer. */
    GARBAGE,
    /** The right answer without a signature. */
    UNSIGNED,
    /** The right answer, signed with a key that nobody knows. */
    WRONG_SIGNATURE,
    /** Signed ACQ.SYSTEM_ERROR: the business does not know the result. */
    SYSTEM_ERROR,
    /** Signed 20000: the gateway does not know the result. */
    UNKNOWN_ERROR,
    /** Signed 40005, and the call is not executed. */
    FREQUENCY_LIMITED
  }

  /** The fault of a notification. */
  public enum OfNotification {
    NONE,
    /** It is lost; the fake tries again later. */
    LOST,
    /** It is held until it is released. */
    HELD,
    /** It is sent twice, byte for byte the same. */
    DOUBLED,
    /** It waits for the next one and is sent after it. */
    REORDERED,
    /** A badly signed copy with a notify_id of its own is sent first. */
    PROBE
  }

  /** The calls from a service to Alipay. */
  public enum Call {
    PRECREATE("alipay.trade.precreate"),
    QUERY("alipay.trade.query"),
    CLOSE("alipay.trade.close"),
    REFUND("alipay.trade.refund"),
    QUERY_REFUND("alipay.trade.fastpay.refund.query"),
    PAGE("alipay.trade.page.pay"),
    WAP("alipay.trade.wap.pay"),
    BILL("alipay.data.dataservice.bill.downloadurl.query");

    private final String method;

    Call(String method) {
      this.method = method;
    }

    /** Returns the name of the call in requests. */
    public String method() {
      return method;
    }

    /** Returns the name of the object in answers. */
    String envelope() {
      return method.replace('.', '_') + "_response";
    }

    /** Returns whether a payer's browser makes the call. */
    boolean isPage() {
      return this == PAGE || this == WAP;
    }

    static Optional<Call> of(String method) {
      return Arrays.stream(values()).filter(call -> call.method.equals(method)).findFirst();
    }
  }

  public AlipayFaults {
    calls = Set.copyOf(calls);
    if (Math.abs(skewSeconds) > MOST_SKEW_SECONDS || coupon.signum() < 0) {
      throw new IllegalArgumentException(
          "skewSeconds at most %d either way, no coupon below 0".formatted(MOST_SKEW_SECONDS));
    }
  }

  /** Spoils the answers to these calls, or to all calls if none is named. */
  public static AlipayFaults ofAnswers(OfAnswer answer, Call... calls) {
    return NONE.with(answer, calls);
  }

  /** Spoils notifications, but not answers. */
  public static AlipayFaults ofNotifications(OfNotification notifications) {
    return NONE.with(notifications);
  }

  /** Spoils refunds in this way, and nothing else. */
  public static AlipayFaults ofRefunds(RefundFault refund) {
    return NONE.with(refund);
  }

  /** Spoils bills in this way, and nothing else. */
  public static AlipayFaults ofBills(BillFault bill) {
    return NONE.with(bill);
  }

  /** Returns the same faults, and this one for answers to these calls, or to all calls. */
  public AlipayFaults with(OfAnswer other, Call... named) {
    Set<Call> suffering = named.length == 0 ? NONE.calls : Set.of(named);
    return new AlipayFaults(other, suffering, notifications, skewSeconds, coupon, refund, bill);
  }

  /** Returns the same faults, and this one for notifications. */
  public AlipayFaults with(OfNotification other) {
    return new AlipayFaults(answer, calls, other, skewSeconds, coupon, refund, bill);
  }

  /** Returns the same faults, and this one for refunds. */
  public AlipayFaults with(RefundFault other) {
    return new AlipayFaults(answer, calls, notifications, skewSeconds, coupon, other, bill);
  }

  /** Returns the same faults, with a clock that is ahead, or behind if negative. */
  public AlipayFaults skewed(int seconds) {
    return new AlipayFaults(answer, calls, notifications, seconds, coupon, refund, bill);
  }

  /** Returns the same faults, with a coupon that pays this part of each payment. */
  public AlipayFaults coupon(BigDecimal amount) {
    return new AlipayFaults(answer, calls, notifications, skewSeconds, amount, refund, bill);
  }

  /** Returns the same faults, and this one for bills. */
  public AlipayFaults with(BillFault other) {
    return new AlipayFaults(answer, calls, notifications, skewSeconds, coupon, refund, other);
  }

  OfAnswer during(Call call) {
    return calls.contains(call) ? answer : OfAnswer.NONE;
  }
}
