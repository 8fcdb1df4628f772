package com.yuge.payment.out.outbox;

/** Where a relay is in its life: RUNNING, FINISHING, STOPPED; between two runs RESTARTING. */
enum RelayState {
  /** Not started, or ended in good order: its partitions are free. */
  STOPPED,
  RUNNING,
  /** It begins nothing new and waits for what is on its way. */
  FINISHING,
  /** An Error ended its last run, and the next begins in a moment. */
  RESTARTING,
  /** Its thread has ended: its leases end by themselves, and others take its partitions. */
  DIED
}
