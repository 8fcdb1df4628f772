package com.yuge.payment.orderservice;

import static java.util.Objects.requireNonNull;

import com.yuge.payment.consumer.PaymentEventConsumer;
import com.yuge.payment.devstack.PromptStop;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.springframework.beans.DirectFieldAccessor;

/** A consumer of the kit that stops at once: a client of RocketMQ may take 3 s for its stop. */
record TestConsumer(PaymentEventConsumer consumer) implements AutoCloseable {
  void start() {
    consumer.start();
  }

  @Override
  public void close() {
    Object client = new DirectFieldAccessor(consumer).getPropertyValue("running.client");
    PromptStop.of((DefaultMQPushConsumer) requireNonNull(client), consumer::close);
  }
}
