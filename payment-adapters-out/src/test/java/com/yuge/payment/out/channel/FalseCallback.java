package com.yuge.payment.out.channel;

/**
 * A callback that must not settle, refund or close anything.
 *
 * @param reason the reason in the log of callbacks; behind a blank, what only the reader tells,
 *     such as the field that is malformed
 */
public record FalseCallback(String name, String reason, SentCallback sent) {
  /** Returns the reason that the log of callbacks has. */
  public String logged() {
    int end = reason.indexOf(' ');
    return end < 0 ? reason : reason.substring(0, end);
  }

  @Override
  public String toString() {
    return name;
  }
}
