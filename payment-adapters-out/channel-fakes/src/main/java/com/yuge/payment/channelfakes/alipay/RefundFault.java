package com.yuge.payment.channelfakes.alipay;

/**
 * The fault of new refunds. A late refund is done when a query finds it so, or when the control API
 * decides it.
 *
 * @param kind what happens to the refund
 * @param doneAtQuery the query that finds a late refund done, 0 if queries do not matter
 */
public record RefundFault(Kind kind, int doneAtQuery) {
  /** Every refund is done at once. */
  public static final RefundFault NONE = new RefundFault(Kind.NONE, 0);

  private static final int MOST_QUERIES = 1_000;

  /** What happens to a new refund that keeps to the rules. */
  public enum Kind {
    /** It is done at once. */
    NONE,
    /** It is accepted with fund_change N and done later. */
    LATE,
    /** It is accepted without fund_change and done later. */
    LATE_SILENT,
    /** It is refused with ACQ.REASON_TRADE_REFUND_FEE_ERR, and not in the books. */
    REFUSED,
    /** The same, without a signature. */
    REFUSED_UNSIGNED,
    /** It is refused like {@link #REFUSED}, but done later. */
    DONE_AFTER_REFUSED,
    /** It is refused with ACQ.SELLER_BALANCE_NOT_ENOUGH, and not in the books. */
    NO_BALANCE
  }

  public RefundFault {
    if (doneAtQuery < 0 || doneAtQuery > MOST_QUERIES) {
      throw new IllegalArgumentException("doneAtQuery 0 to " + MOST_QUERIES);
    }
  }

  /** Refunds of this kind; only the control API decides late ones. */
  public static RefundFault of(Kind kind) {
    return new RefundFault(kind, 0);
  }

  /** Returns the same, with the query that finds the refund done. */
  public RefundFault doneAtQuery(int query) {
    return new RefundFault(kind, query);
  }
}
