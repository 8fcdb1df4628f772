package com.yuge.payment.app.proof;

import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;

/**
 * An event as it came out of a queue.
 *
 * @param queue the broker's name and the queue's number, which each broker has
 */
public record Delivery(String eventId, String key, String queue) {
  static Delivery of(MessageExt message) {
    return of(message, message.getBrokerName() + "-" + message.getQueueId());
  }

  static Delivery of(Message message, String queue) {
    return new Delivery(message.getUserProperty("eventId"), message.getKeys(), queue);
  }
}
