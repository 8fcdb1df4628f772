package com.yuge.payment.out.rocketmq;

import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.remoting.RPCHook;
import org.jspecify.annotations.Nullable;

/**
 * A producer without the client's accumulator. Its two threads wake 400 times a second to batch
 * single messages, but the relay makes its own batches. A longer delay would let the threads sleep,
 * but a stop would wait for them; without an accumulator, these threads do not exist.
 */
final class PlainProducer extends DefaultMQProducer {
  PlainProducer(String group, @Nullable RPCHook hook) {
    super(group, hook);
  }

  /** Leaves the accumulator null: the client then sends at once, as if it was not started. */
  @Override
  public void initProduceAccumulator() {
    // Creates nothing.
  }
}
