package com.yuge.payment.consumer;

/** The outcome of one delivery of a message. */
public enum Outcome {
  HANDLED,
  /** The event was handled before. */
  DUPLICATE,
  /** This version of the kit does not know the tag. The message is acknowledged. */
  UNKNOWN_TAG,
  /** The work was rolled back. The message is delivered again. */
  FAILED,
  /** It failed too often. The message is in the dead letter queue. */
  DEAD_LETTERED
}
