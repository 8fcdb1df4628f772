package com.yuge.payment.domain.channel;

/**
 * Why a channel's answer is not known.
 *
 * @param detail for people; never used in a decision
 */
public record UnknownReason(Cause cause, String detail) {
  /** The kind of failure. */
  public enum Cause {
    /** The channel did not answer in time; it may have executed the call. */
    TIMEOUT,
    /** The channel answered with an error, or its answer cannot be read. */
    ERROR,
    /**
     * The channel works, but refused for a reason that may pass, such as too little money in our
     * account. The circuit breaker does not count it.
     */
    REFUSED,
    /**
     * The channel was not called: it failed too often, has too many calls, or is not configured.
     */
    NOT_ASKED
  }
}
