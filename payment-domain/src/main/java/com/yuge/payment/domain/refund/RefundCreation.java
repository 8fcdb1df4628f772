package com.yuge.payment.domain.refund;

import java.math.BigDecimal;

/** The result of a request for a refund. */
public sealed interface RefundCreation {
  /** One constant for each type, so that the compiler checks that a switch is complete. */
  enum Kind {
    AGREED,
    REFUSED
  }

  Kind kind();

  /**
   * The refund, which matches the request.
   *
   * @param outcome the effect of the first call to the channel; UNCHANGED for a repeat
   * @param isNew whether this request created the refund
   */
  record Agreed(RefundOutcome outcome, boolean isNew) implements RefundCreation {
    public Refund refund() {
      return outcome.refund();
    }

    @Override
    public Kind kind() {
      return Kind.AGREED;
    }
  }

  /**
   * Nothing was created.
   *
   * @param refundable what can still be given back of the payment, with two decimals
   */
  record Refused(Cause cause, BigDecimal refundable) implements RefundCreation {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }

  /** Why a refund is refused; the names are part of the contract. */
  enum Cause {
    /** The order is not paid, or the named trade is not one of its payments. */
    NOT_PAID,
    /** The channel has not reported the payment's amount yet; nothing goes back until then. */
    AMOUNT_UNKNOWN,
    /** The payment was made in another currency. */
    CURRENCY,
    /** The amount exceeds the money that is left of the payment. */
    EXCEEDS,
    /** The refund order number is in use with other content. */
    DIFFERENT,
    /** The payment already has as many refunds as a channel permits. */
    TOO_MANY,
    /** The payment is older than a channel permits. */
    TOO_OLD,
    /**
     * An unapplied payment is refunded as a whole, so the amount must be all that is left of it.
     */
    NOT_WHOLE,
    /** The unapplied payment was accepted or refunded before. */
    RESOLVED
  }
}
