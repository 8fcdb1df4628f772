package com.yuge.payment.channelfakes.wechat;

import java.util.UUID;

/**
 * The notifications about one state of a payment or refund.
 *
 * @param id the same in all of them
 * @param tries number of tries so far
 * @param acknowledged whether the service has answered 2xx
 */
record NotificationStatus(String id, int tries, boolean acknowledged) {
  static NotificationStatus fresh() {
    return new NotificationStatus(UUID.randomUUID().toString(), 0, false);
  }

  NotificationStatus tried(boolean answered) {
    return new NotificationStatus(id, tries + 1, acknowledged || answered);
  }
}
