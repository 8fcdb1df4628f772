package com.yuge.payment.out.rocketmq;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
  private static final Pattern ADDRESSES =
      Pattern.compile("[^\\s;]+:\\d{1,5}(;[^\\s;]+:\\d{1,5})*");
  private static final Pattern TOPIC = Pattern.compile("[%|a-zA-Z0-9_-]{1,127}");

  public RocketMqProperties {
    List<String> broken = new ArrayList<>();
    if (nameServer == null || !ADDRESSES.matcher(nameServer).matches()) {
      broken.add("payment.rocketmq.name-server must be host:port, several separated by semicolons");
    }
    if (!TOPIC.matcher(topic).matches()) {
      broken.add("payment.rocketmq.topic must be 1 to 127 of A-Z a-z 0-9 _ - % |");
    }
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", broken));
    }
  }
}
