package com.yuge.payment.channelfakes.mock;

import com.yuge.payment.channelfakes.http.RandomHex;

/**
 * The callbacks about one state of a refund.
 *
 * @param nonce the same in all of them
 * @param tries number of tries so far
 * @param acknowledged whether the service has answered 200
 */
record Notice(String nonce, int tries, boolean acknowledged) {
  static Notice fresh() {
    return new Notice(RandomHex.digits(32), 0, false);
  }

  Notice tried(boolean answered200) {
    return new Notice(nonce, tries + 1, acknowledged || answered200);
  }
}
