package com.yuge.payment.out.rocketmq;

import com.yuge.payment.domain.outbox.relay.EventSender;
import java.util.UUID;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.remoting.RPCHook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The connection to RocketMQ; starts without the broker and connects once it is available. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RocketMqProperties.class)
public class RocketMqConfiguration {
  private static final String PRODUCER_GROUP = "payment-outbox";

  /** Until the client knows the address of a new broker, sends to it fail. */
  private static final int ROUTE_POLL_MILLIS = 5_000;

  @Lazy
  @Bean(destroyMethod = "shutdown")
  DefaultMQProducer outboxProducer(RocketMqProperties properties, ClientTls tls)
      throws MQClientException {
    RPCHook signer = properties.signer();
    DefaultMQProducer producer = new PlainProducer(PRODUCER_GROUP, signer);
    producer.setNamesrvAddr(properties.nameServer());
    // Clients with the same name share a connection, even if their name servers differ.
    producer.setInstanceName("payment-outbox-" + UUID.randomUUID());
    producer.setVipChannelEnabled(false);
    // Only consumers need a heartbeat as soon as a connection opens.
    producer.setEnableHeartbeatChannelEventListener(false);
    producer.setPollNameServerInterval(ROUTE_POLL_MILLIS);
    tls.applyTo(producer, signer);
    producer.start();
    return producer;
  }

  /** Reads the certificates at the start, so that the start fails if they are wrong. */
  @Bean
  ClientTls clientTls(RocketMqProperties properties, ObjectProvider<SslBundles> bundles) {
    String bundle = properties.sslBundle();
    return bundle == null ? ClientTls.NONE : ClientTls.of(bundles.getObject().getBundle(bundle));
  }

  @Bean
  EventSender eventSender(
      ObjectProvider<DefaultMQProducer> producer, RocketMqProperties properties) {
    return new RocketMqSender(producer::getObject, properties);
  }

  /** Loads the producer's slow classes after the start, so that no request waits for them. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> outboxProducerStart(
      ObjectProvider<DefaultMQProducer> producer) {
    return ready -> producer.getObject();
  }
}
