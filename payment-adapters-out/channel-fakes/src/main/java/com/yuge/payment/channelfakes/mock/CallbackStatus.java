package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.RandomHex;

/**
 * The callbacks about one state of a refund.
 *
 * @param nonce the same in all of them
 * @param tries number of tries so far
 * @param acknowledged whether the service has answered 200
 */
record CallbackStatus(String nonce, int tries, boolean acknowledged) {
  static CallbackStatus fresh() {
    return new CallbackStatus(RandomHex.digits(32), 0, false);
  }

  CallbackStatus tried(boolean answered200) {
    return new CallbackStatus(nonce, tries + 1, acknowledged || answered200);
  }
}
