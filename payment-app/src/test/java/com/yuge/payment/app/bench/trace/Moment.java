package com.yuge.payment.app.bench.trace;

import java.util.List;

/** What happens to an event, in this order; what is acknowledged is at the consumer already. */
enum Moment {
  /** The first call of the payment's transaction. */
  BEGUN,
  COMMITTED,
  /** The relay of this process has been told. */
  SIGNALLED,
  /** The broker has the partition's earlier batch. */
  FREE,
  /** The read of heads that finds it begins. */
  READ_BEGUN,
  READ,
  SEND_BEGUN,
  RECEIVED,
  /** The broker has answered the send. */
  ANSWERED,
  /** It is off the list. */
  ACKED;

  /** What comes before the consumer has it, the latest first. */
  static final List<Moment> BACK_FROM_CONSUMER =
      List.of(SEND_BEGUN, READ, READ_BEGUN, FREE, SIGNALLED, COMMITTED, BEGUN);
}
