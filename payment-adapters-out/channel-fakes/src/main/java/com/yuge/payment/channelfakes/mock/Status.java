package com.yuge.payment.channelfakes.mock;

/** How a payer's attempt to pay ended. The names go into callbacks and into the journal. */
enum Status {
  SUCCESS,
  FAILED
}
