package com.yuge.payment.channelfakes.wechat;

/**
 * The fault of new refunds. A late refund is done after some queries or some milliseconds,
 * whichever comes first; with 0 for both, only the control API decides it.
 *
 * @param kind what happens to a new refund
 * @param doneAtQuery the query that finds it done, 0 if queries do not matter
 * @param doneAfterMillis how long it takes, 0 if time does not matter
 * @param spacingSeconds least time between two refunds of one trade, 0 if it does not matter
 */
public record RefundFaults(Kind kind, int doneAtQuery, int doneAfterMillis, int spacingSeconds) {
  /** Every refund is done at once. */
  public static final RefundFaults NONE = of(Kind.NONE);

  private static final int MOST_QUERIES = 1_000;
  private static final int MOST_MILLIS = 600_000;
  private static final int MOST_SECONDS = 600;

  /** What happens to a new refund that keeps to the rules. */
  public enum Kind {
    /** It is done at once. */
    NONE,
    /** It is accepted, and done later. */
    LATE,
    /** The money is taken and does not arrive; later it may. */
    ABNORMAL,
    /** It is closed: this number never becomes a refund. */
    CLOSED,
    /** It is refused with INVALID_REQUEST, and not in the books. */
    REFUSED,
    /** The merchant's balance is too small: NOT_ENOUGH, and not in the books. */
    NOT_ENOUGH,
    /** It is accepted, but not in the books. */
    FORGOTTEN
  }

  public RefundFaults {
    boolean few = doneAtQuery >= 0 && doneAtQuery <= MOST_QUERIES;
    boolean soon = doneAfterMillis >= 0 && doneAfterMillis <= MOST_MILLIS;
    if (!few || !soon || spacingSeconds < 0 || spacingSeconds > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "doneAtQuery 0 to %d, doneAfterMillis 0 to %d, spacingSeconds 0 to %d"
              .formatted(MOST_QUERIES, MOST_MILLIS, MOST_SECONDS));
    }
  }

  /** Refunds of this kind; only the control API decides late ones. */
  public static RefundFaults of(Kind kind) {
    return new RefundFaults(kind, 0, 0, 0);
  }

  /** Returns the same, with the query that finds the refund done. */
  public RefundFaults doneAtQuery(int query) {
    return new RefundFaults(kind, query, doneAfterMillis, spacingSeconds);
  }

  /** Returns the same, with the time that the refund takes. */
  public RefundFaults doneAfter(int millis) {
    return new RefundFaults(kind, doneAtQuery, millis, spacingSeconds);
  }

  /** Returns the same; refunds of one trade that come closer are FREQUENCY_LIMITED. */
  public RefundFaults spaced(int seconds) {
    return new RefundFaults(kind, doneAtQuery, doneAfterMillis, seconds);
  }
}
