package com.yuge.payment.channelfakes.mock;

/**
 * The fault of new refunds. A refund that takes its time is done after some queries or some
 * milliseconds, whichever comes first; with 0 for both, only the control API decides it.
 *
 * @param kind what happens to the refund
 * @param doneAtQuery the query that finds it done, 0 if queries do not matter
 * @param doneAfterMillis how long it takes, 0 if time does not matter
 */
public record RefundFaults(OfRefund kind, int doneAtQuery, int doneAfterMillis) {
  /** Every refund is done at once. */
  public static final RefundFaults NONE = new RefundFaults(OfRefund.NONE, 0, 0);

  private static final int MOST_QUERIES = 1_000;
  private static final int MOST_MILLIS = 600_000;

  /** What happens to a new refund that keeps to the rules. */
  public enum OfRefund {
    /** It is done at once. */
    NONE,
    /** It is accepted and takes its time. */
    SLOW,
    /** The money is taken and does not arrive; later it may. */
    ABNORMAL,
    /** It is closed: this number never becomes a refund. */
    CLOSED,
    /** It is refused, and not in the books. */
    REFUSED,
    /** The same, without a signature. */
    REFUSED_UNSIGNED,
    /** It is refused and unknown to queries, but done in the end. */
    DONE_AFTER_REFUSED,
    /** The caller must wait; it is not in the books. */
    TOO_FREQUENT,
    /** The channel answers as if the request had never come. */
    LOST,
    /** It is accepted, but not in the books. */
    FORGOTTEN
  }

  public RefundFaults {
    boolean bounded = doneAtQuery <= MOST_QUERIES && doneAfterMillis <= MOST_MILLIS;
    if (!bounded || doneAtQuery < 0 || doneAfterMillis < 0) {
      throw new IllegalArgumentException(
          "doneAtQuery 0 to %d, doneAfterMillis 0 to %d".formatted(MOST_QUERIES, MOST_MILLIS));
    }
  }

  /** Refunds of this kind; only the control API decides those that take their time. */
  public static RefundFaults of(OfRefund kind) {
    return new RefundFaults(kind, 0, 0);
  }

  /** Returns the same, with the query that finds the refund done. */
  public RefundFaults doneAtQuery(int query) {
    return new RefundFaults(kind, query, doneAfterMillis);
  }

  /** Returns the same, with the time that the refund takes. */
  public RefundFaults doneAfter(int millis) {
    return new RefundFaults(kind, doneAtQuery, millis);
  }
}
