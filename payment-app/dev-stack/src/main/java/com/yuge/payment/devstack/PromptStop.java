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
 * Stops a RocketMQ client without the pause in which its thread of events waits for one before it
 * looks whether it is to end: up to 3 s.
 */
public final class PromptStop {
  private static final long STEP_MILLIS = 20;

  private PromptStop() {}

  /** The stop also stops the producer. */
  @SuppressWarnings("deprecation") // Nothing else leads to what it is made of.
  public static void of(DefaultMQProducer producer, Runnable stop) {
    of(producer.getDefaultMQProducerImpl().getMqClientFactory(), stop);
  }

  /** Stops the consumer. */
  @SuppressWarnings("deprecation")
  public static void of(DefaultMQPushConsumer consumer) {
    of(consumer.getDefaultMQPushConsumerImpl().getmQClientFactory(), consumer::shutdown);
  }

  static void of(DefaultMQAdminExt admin) {
    MQClientInstance client = admin.getDefaultMQAdminExtImpl().getMqClientInstance();
    if (client == null) {
      admin.shutdown(); // It did not start.
    } else {
      of(client, admin::shutdown);
    }
  }

  /** The stop also stops the client. */
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

  // Nobody does anything about an idle channel.
  @SuppressWarnings("NullAway")
  private static void wake(NettyRemotingAbstract remoting) {
    remoting.putNettyEvent(new NettyEvent(NettyEventType.IDLE, "", null));
  }
}
