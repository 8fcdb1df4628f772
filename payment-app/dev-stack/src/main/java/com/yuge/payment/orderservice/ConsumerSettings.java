package com.yuge.payment.orderservice;

import java.time.Duration;

/**
 * The source of events, and how long an event waits for its order.
 *
 * @param attempts the total number of attempts; then an event of an unknown order goes to the
 *     dead-letter topic
 * @param pause the time between attempts; all later events in the same queue wait too
 */
public record ConsumerSettings(String topic, String group, int attempts, Duration pause) {
  /** Outlasts a restart of a service beside this one. An unknown order blocks a queue for 15 s. */
  static final ConsumerSettings USUAL =
      new ConsumerSettings("PAYMENT_TOPIC", "order-service", 16, Duration.ofSeconds(1));
}
