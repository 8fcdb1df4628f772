package com.yuge.payment.out.outbox;

/** The lifecycle of a relay: RUNNING, FINISHING, STOPPED; RESTARTING between two runs. */
enum RelayState {
  /** Not started, or stopped normally: its partitions are free. */
  STOPPED,
  RUNNING,
  /** It starts nothing new and waits for batches in progress. */
  FINISHING,
  /** An Error ended its last run, and the next begins in a moment. */
  RESTARTING,
  /** Its thread has ended: its leases expire, and other instances take its partitions. */
  DIED;

  /** Returns whether it does not publish although it should; a restart of the instance may help. */
  boolean isDead() {
    return this == RESTARTING || this == DIED;
  }
}
