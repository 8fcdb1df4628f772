package com.yuge.payment.channelfakes.mock;

import java.util.EnumSet;
import java.util.Set;

/**
 * How the channel misbehaves. What it was asked for is done all the same: it is the answer that
 * goes wrong, which is the worse case for whoever asked.
 *
 * @param answer what becomes of answers
 * @param calls the calls whose answers suffer
 * @param delayMillis how long each of these answers is kept back
 * @param callbacks what becomes of callbacks
 * @param copies how often each callback is sent, all the same to the letter
 * @param paysAfterEnd whether payers may still pay what is closed or expired
 */
public record Faults(
    OfAnswer answer,
    Set<Call> calls,
    int delayMillis,
    OfCallbacks callbacks,
    int copies,
    boolean paysAfterEnd) {
  /** The channel behaves. */
  public static final Faults NONE =
      new Faults(OfAnswer.NONE, EnumSet.allOf(Call.class), 0, OfCallbacks.NONE, 1, false);

  private static final int MOST_MILLIS = 60_000;
  private static final int MOST_COPIES = 10;

  /** What becomes of an answer. */
  public enum OfAnswer {
    NONE,
    /** HTTP 500. */
    ERROR,
    /** None comes. */
    HANG,
    /** The connection is closed instead. */
    DROP,
    /** HTTP 200 with something that is no answer. */
    GARBAGE,
    /** The channel says that it does not know. */
    UNKNOWN
  }

  /** What becomes of a callback. */
  public enum OfCallbacks {
    NONE,
    /** It gets lost on its way; the channel tries again later. */
    LOST,
    /** It is kept back until it is released. */
    HELD
  }

  /** What a service asks of a channel. */
  public enum Call {
    OPEN,
    QUERY,
    CLOSE
  }

  public Faults {
    calls = Set.copyOf(calls);
    if (delayMillis < 0 || delayMillis > MOST_MILLIS || copies < 1 || copies > MOST_COPIES) {
      throw new IllegalArgumentException(
          "delayMillis 0 to %d, copies 1 to %d".formatted(MOST_MILLIS, MOST_COPIES));
    }
  }

  /** Answers of these calls, or of all when none is named, go wrong. */
  public static Faults ofAnswers(OfAnswer answer, Call... calls) {
    Set<Call> suffering = calls.length == 0 ? NONE.calls : Set.of(calls);
    return new Faults(answer, suffering, 0, OfCallbacks.NONE, 1, false);
  }

  /** Callbacks go wrong, answers do not. */
  public static Faults ofCallbacks(OfCallbacks callbacks) {
    return new Faults(OfAnswer.NONE, NONE.calls, 0, callbacks, 1, false);
  }

  /** The same, with each of these answers kept back this long. */
  public Faults delayed(int millis) {
    return new Faults(answer, calls, millis, callbacks, copies, paysAfterEnd);
  }

  /** The same, with each callback sent this often. */
  public Faults copied(int times) {
    return new Faults(answer, calls, delayMillis, callbacks, times, paysAfterEnd);
  }

  /** The same, and payers may pay what is closed or expired. */
  public Faults payingAfterEnd() {
    return new Faults(answer, calls, delayMillis, callbacks, copies, true);
  }

  Faults during(Call call) {
    return calls.contains(call)
        ? this
        : new Faults(OfAnswer.NONE, calls, 0, callbacks, copies, paysAfterEnd);
  }
}
