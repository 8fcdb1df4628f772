package com.yuge.payment.app.proof;

import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;

/** An event as it came out of a queue. */
record Delivery(String eventId, String key, int queue) {
  static Delivery of(MessageExt message) {
    return of(message, message.getQueueId());
  }

  static Delivery of(Message message, int queue) {
    return new Delivery(message.getUserProperty("eventId"), message.getKeys(), queue);
  }
}
