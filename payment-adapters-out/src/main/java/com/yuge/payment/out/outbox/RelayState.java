package com.yuge.payment.out.outbox;

/** Where a relay is in its life: STOPPED, RUNNING, FINISHING, and STOPPED again. */
enum RelayState {
  /** Not started, or ended in good order: its partitions are free. */
  STOPPED,
  RUNNING,
  /** It begins nothing new and waits for what is on its way. */
  FINISHING,
  /** An error ended its thread: its leases end by themselves, and others take its partitions. */
  DIED
}
