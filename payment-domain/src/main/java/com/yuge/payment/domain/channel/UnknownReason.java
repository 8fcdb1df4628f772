package com.yuge.payment.domain.channel;

/**
 * Why a channel's answer is not known.
 *
 * @param detail for people, never part of a decision
 */
public record UnknownReason(Cause cause, String detail) {
  /** How it is known that nothing is known. */
  public enum Cause {
    /** It did not answer in time; it may have done what it was asked. */
    TIMEOUT,
    /** It answered with an error, or with something that cannot be read. */
    ERROR,
    /** It was not asked: it failed too often just before, has too many calls, or is not there. */
    NOT_ASKED
  }
}
