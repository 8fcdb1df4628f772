package com.yuge.payment.out.rocketmq;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The broker.
 *
 * @param nameServer addresses {@code host:port}, separated by semicolons
 * @param topic where the events go; must exist
 * @param slaveNotAvailableIsSent whether a batch counts as published that the master has kept while
 *     its replica was away: if not, a replica's outage has everything sent again until it is back
 */
@ConfigurationProperties("payment.rocketmq")
public record RocketMqProperties(
    String nameServer,
    @DefaultValue("PAYMENT_TOPIC") String topic,
    @DefaultValue("true") boolean slaveNotAvailableIsSent) {
  public RocketMqProperties {
    if (nameServer == null || nameServer.isBlank()) {
      throw new IllegalArgumentException("payment.rocketmq.name-server is required: host:port");
    }
  }
}
