package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.bill.BillFault;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the channel misbehaves. It still executes each call. Only its answer is wrong, which is the
 * worse case for the caller.
 *
 * @param answer fault of answers
 * @param calls calls whose answers go wrong
 * @param delayMillis delay of each of these answers
 * @param callbacks fault of callbacks
 * @param copies how often each callback is sent, byte for byte the same
 * @param paysAfterEnd whether payers may still pay a closed or expired trade
 * @param refunds fault of new refunds
 * @param bill fault of statements
 */
public record Faults(
    OfAnswer answer,
    Set<Call> calls,
    int delayMillis,
    OfCallbacks callbacks,
    int copies,
    boolean paysAfterEnd,
    RefundFaults refunds,
    BillFault bill) {
  /** No faults. */
  public static final Faults NONE =
      new Faults(
          OfAnswer.NONE,
          EnumSet.allOf(Call.class),
          0,
          OfCallbacks.NONE,
          1,
          false,
          RefundFaults.NONE,
          BillFault.NONE);

  private static final int MOST_MILLIS = 60_000;
  private static final int MOST_COPIES = 10;

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
    /** The channel answers that it does not know the result. */
    UNKNOWN
  }

  /** The fault of a callback. */
  public enum OfCallbacks {
    NONE,
    /** It is lost; the channel tries again later. */
    LOST,
    /** It is held until it is released. */
    HELD
  }

  /** The calls from a service to a channel. */
  public enum Call {
    OPEN,
    QUERY,
    CLOSE,
    REFUND,
    QUERY_REFUND,
    STATEMENT,
    STATEMENT_FILE
  }

  public Faults {
    calls = Set.copyOf(calls);
    if (delayMillis < 0 || delayMillis > MOST_MILLIS || copies < 1 || copies > MOST_COPIES) {
      throw new IllegalArgumentException(
          "delayMillis 0 to %d, copies 1 to %d".formatted(MOST_MILLIS, MOST_COPIES));
    }
  }

  /** Spoils the answers to these calls, or to all calls if none is named. */
  public static Faults ofAnswers(OfAnswer answer, Call... calls) {
    return NONE.answering(answer, calls.length == 0 ? NONE.calls : Set.of(calls));
  }

  private Faults answering(OfAnswer other, Set<Call> suffering) {
    return new Faults(
        other, suffering, delayMillis, callbacks, copies, paysAfterEnd, refunds, bill);
  }

  /** Spoils callbacks, but not answers. */
  public static Faults ofCallbacks(OfCallbacks callbacks) {
    return NONE.with(callbacks);
  }

  /** Spoils refunds in this way, and nothing else. */
  public static Faults ofRefunds(RefundFaults refunds) {
    return NONE.with(refunds);
  }

  /** Spoils statements in this way, and nothing else. */
  public static Faults ofBills(BillFault bill) {
    return NONE.with(bill);
  }

  /** Returns the same faults, and this one for statements. */
  public Faults with(BillFault other) {
    return new Faults(answer, calls, delayMillis, callbacks, copies, paysAfterEnd, refunds, other);
  }

  /** Returns the same faults, and this one for callbacks. */
  public Faults with(OfCallbacks other) {
    return new Faults(answer, calls, delayMillis, other, copies, paysAfterEnd, refunds, bill);
  }

  /** Returns the same faults, and this one for refunds. */
  public Faults with(RefundFaults other) {
    return new Faults(answer, calls, delayMillis, callbacks, copies, paysAfterEnd, other, bill);
  }

  /** Returns the same faults, with each of these answers delayed this long. */
  public Faults delayed(int millis) {
    return new Faults(answer, calls, millis, callbacks, copies, paysAfterEnd, refunds, bill);
  }

  /** Returns the same faults, with each callback sent this many times. */
  public Faults copied(int times) {
    return new Faults(answer, calls, delayMillis, callbacks, times, paysAfterEnd, refunds, bill);
  }

  /** Returns the same faults, and payers may pay a closed or expired trade. */
  public Faults payingAfterEnd() {
    return new Faults(answer, calls, delayMillis, callbacks, copies, true, refunds, bill);
  }

  Faults during(Call call) {
    return calls.contains(call) ? this : answering(OfAnswer.NONE, calls).delayed(0);
  }
}
