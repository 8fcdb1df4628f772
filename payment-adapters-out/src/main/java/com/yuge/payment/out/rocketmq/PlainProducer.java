package com.yuge.payment.out.rocketmq;

import org.apache.rocketmq.client.producer.DefaultMQProducer;

/**
 * A producer without the client's accumulator, whose two threads wake 400 times a second to put
 * single messages together: the relay makes its batches itself. A longer delay would let them
 * sleep, and a stop wait for them; without an accumulator there are none.
 */
final class PlainProducer extends DefaultMQProducer {
  PlainProducer(String group) {
    super(group);
  }

  /** The client takes none for one that was not started, and sends at once. */
  @Override
  public void initProduceAccumulator() {
    // Leaves it null.
  }
}
