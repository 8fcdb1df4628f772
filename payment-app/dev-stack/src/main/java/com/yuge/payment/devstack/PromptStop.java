package com.yuge.payment.devstack;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.remoting.netty.NettyEvent;
import org.apache.rocketmq.remoting.netty.NettyEventType;
import org.apache.rocketmq.remoting.netty.NettyRemotingAbstract;
import org.apache.rocketmq.tools.admin.DefaultMQAdminExt;

/**
 * Stops a RocketMQ client without a delay. Its event thread waits up to 3 s for an event before it
 * checks whether to end.
 */
public final class PromptStop {
  private static final long STEP_MILLIS = 20;

  private PromptStop() {}

  /** Stops the producer. The given action must stop the producer itself. */
  @SuppressWarnings("deprecation") // No other method returns the client.
  public static void of(DefaultMQProducer producer, Runnable stop) {
    of(producer.getDefaultMQProducerImpl().getMqClientFactory(), stop);
  }

  /** Stops the consumer. */
  public static void of(DefaultMQPushConsumer consumer) {
    of(consumer, consumer::shutdown);
  }

  /** Stops the consumer. The given action must stop the consumer itself. */
  @SuppressWarnings("deprecation")
  public static void of(DefaultMQPushConsumer consumer, Runnable stop) {
    of(consumer.getDefaultMQPushConsumerImpl().getmQClientFactory(), stop);
  }

  static void of(DefaultMQAdminExt admin) {
    MQClientInstance client = admin.getDefaultMQAdminExtImpl().getMqClientInstance();
    if (client == null) {
      admin.shutdown(); // It did not start.
    } else {
      of(client, admin::shutdown);
    }
  }

  /** Stops the client. The given action must stop the client itself. */
  public static void of(MQClientInstance client, Runnable stop) {
    NettyRemotingAbstract remoting =
        (NettyRemotingAbstract) client.getMQClientAPIImpl().getRemotingClient();
    ScheduledExecutorService waker = Executors.newSingleThreadScheduledExecutor();
    try {
      var unused =
          waker.scheduleAtFixedRate(
              () -> wake(remoting), STEP_MILLIS, STEP_MILLIS, TimeUnit.MILLISECONDS);
      stop.run();
    } finally {
      waker.shutdownNow();
    }
  }

  // The event for an idle channel has no effect.
  @SuppressWarnings("NullAway")
  private static void wake(NettyRemotingAbstract remoting) {
    remoting.putNettyEvent(new NettyEvent(NettyEventType.IDLE, "", null));
  }
}
