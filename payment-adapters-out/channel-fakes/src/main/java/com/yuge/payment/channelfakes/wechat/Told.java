package com.yuge.payment.channelfakes.wechat;

import java.util.UUID;

/**
 * The notifications about one state of a payment or refund.
 *
 * @param id the same in all of them
 * @param tries number of tries so far
 * @param acknowledged whether the service has answered 2xx
 */
record Told(String id, int tries, boolean acknowledged) {
  static Told fresh() {
    return new Told(UUID.randomUUID().toString(), 0, false);
  }

  Told tried(boolean answered) {
    return new Told(id, tries + 1, acknowledged || answered);
  }
}
