package com.yuge.payment.consumer;

import java.util.UUID;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.MQConsumer;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.consumer.ConsumeMessageService;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.SmartLifecycle;

/**
 * Consumes all events of the topic, in order within each queue. It starts last and stops first, so
 * the rest of the application is there for the handler.
 */
public final class PaymentEventConsumer implements SmartLifecycle, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PaymentEventConsumer.class);

  private static final int NO_RETRY_BUT_DEAD_LETTER = -1;
  private static final String FORGOTTEN = "consumeMessagePopService";

  /**
   * The pause between two look-ups of the routes. After a queue has moved to another broker, the
   * client gets no events of it until it knows the new route.
   */
  private static final int ROUTE_POLL_MILLIS = 5_000;

  private final PaymentEventsProperties properties;
  private final PaymentEventProcessor processor;
  private final DeadLetterListener deadLetters;
  private final OutcomeCounter counter;
  private final ClientTls tls;
  private @Nullable Running running;

  private record Running(DefaultMQPushConsumer client, PaymentEventListener listener) {}

  /** Creates a consumer without TLS, which connects in {@link #start}. */
  public PaymentEventConsumer(
      PaymentEventsProperties properties,
      PaymentEventProcessor processor,
      DeadLetterListener deadLetters,
      OutcomeCounter counter) {
    this(properties, processor, deadLetters, counter, null);
  }

  /**
   * Creates a consumer, which connects in {@link #start}.
   *
   * @param tls the bundle that the settings name, or null if they name none
   */
  public PaymentEventConsumer(
      PaymentEventsProperties properties,
      PaymentEventProcessor processor,
      DeadLetterListener deadLetters,
      OutcomeCounter counter,
      @Nullable SslBundle tls) {
    if ((tls == null) != (properties.security().sslBundle() == null)) {
      throw new IllegalArgumentException(
          "payment-events.security.ssl-bundle and the bundle must be given together");
    }
    this.properties = properties;
    this.processor = processor;
    this.deadLetters = deadLetters;
    this.counter = counter;
    this.tls = tls == null ? ClientTls.NONE : ClientTls.of(tls);
  }

  /**
   * Starts to consume. A client that was stopped cannot start again, so each start has its own.
   *
   * @throws IllegalStateException if no name server answers
   */
  @Override
  public synchronized void start() {
    if (running == null) {
      RPCHook hook = new AccessHook(properties.security());
      running = start(new DefaultMQPushConsumer(properties.group(), hook), hook);
    }
  }

  private Running start(DefaultMQPushConsumer client, RPCHook hook) {
    PaymentEventListener listener = listener(client);
    try {
      configure(client);
      client.setMessageListener(listener);
      tls.applyTo(client, hook);
      client.start();
      log.info("Consuming {} as {}", properties.topic(), properties.group());
      return new Running(client, listener);
    } catch (MQClientException | RuntimeException e) {
      shutDown(client); // Its threads run already, and would keep the application from ending.
      throw new IllegalStateException("the consumer of payment events did not start", e);
    }
  }

  private void configure(DefaultMQPushConsumer client) throws MQClientException {
    client.setNamesrvAddr(properties.nameServer());
    client.setInstanceName(instanceName());
    client.setVipChannelEnabled(false);
    client.setPollNameServerInterval(ROUTE_POLL_MILLIS);
    client.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
    client.subscribe(properties.topic(), "*");
    client.setConsumeMessageBatchMaxSize(1);
    client.setConsumeThreadMax(properties.client().threads());
    client.setConsumeThreadMin(properties.client().threads());
    client.setSuspendCurrentQueueTimeMillis(properties.retry().pause().toMillis());
    client.setAwaitTerminationMillisWhenShutdown(properties.client().stopTimeout().toMillis());
    // maxReconsumeTimes stays unlimited. It counts outages of the database too, so with a limit an
    // outage would send good events to the dead letters.
  }

  private PaymentEventListener listener(MQConsumer client) {
    return new PaymentEventListener(
        processor,
        properties.retry(),
        deadLetters,
        message -> deadLetter(client, message),
        counter);
  }

  // Two consumers of one JVM need different names.
  private String instanceName() {
    String name = properties.client().instanceName();
    return name == null ? properties.group() + "-" + UUID.randomUUID() : name;
  }

  // The parameter is the interface: only the implementation's method is deprecated.
  private static void deadLetter(MQConsumer client, MessageExt message) {
    try {
      client.sendMessageBack(message, NO_RETRY_BUT_DEAD_LETTER, message.getBrokerName());
    } catch (MQClientException | RemotingException | MQBrokerException e) {
      throw new IllegalStateException("no dead letter made of " + message.getMsgId(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void stop() {
    if (running != null) {
      running.listener().stop();
      shutDown(running.client());
      running = null;
    }
  }

  // RocketMQ 5.5 starts this service too, but does not stop it. Its thread is not a daemon, so it
  // would keep the application from ending.
  @SuppressWarnings("deprecation")
  private static void shutDown(DefaultMQPushConsumer client) {
    client.shutdown();
    DirectFieldAccessor fields = new DirectFieldAccessor(client.getDefaultMQPushConsumerImpl());
    if (fields.isReadableProperty(FORGOTTEN)
        && fields.getPropertyValue(FORGOTTEN) instanceof ConsumeMessageService service) {
      service.shutdown(0);
    }
  }

  @Override
  public void close() {
    stop();
  }

  @Override
  public synchronized boolean isRunning() {
    return running != null;
  }

  @Override
  public boolean isAutoStartup() {
    return properties.autoStartup();
  }
}
