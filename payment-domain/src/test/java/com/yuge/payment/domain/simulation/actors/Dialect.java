package com.yuge.payment.domain.simulation.actors;

/** Which channel's words a world's channel uses. */
enum Dialect {
  PLAIN,
  /** It calls a paid trade REFUND as soon as some of it went back. */
  REFUND_AFTER_ANY_REFUND,
  /** It calls a paid trade closed once all went back, and knows no trade that nobody scanned. */
  CLOSED_AFTER_A_FULL_REFUND
}
