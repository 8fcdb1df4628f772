package com.yuge.payment.orderservice;

import java.time.Duration;

/**
 * Where events come from, and how long one waits for its order.
 *
 * @param attempts in all, after which an event of an unknown order goes to the dead-letter topic
 * @param pause between attempts; all events behind it in its queue wait too
 */
public record ConsumerSettings(String topic, String group, int attempts, Duration pause) {
  /** Long enough for a restart beside us; each unknown order holds its queue up for 15 seconds. */
  static final ConsumerSettings USUAL =
      new ConsumerSettings("PAYMENT_TOPIC", "order-service", 16, Duration.ofSeconds(1));
}
