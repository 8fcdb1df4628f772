package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.relay.EventSender;
import com.yuge.payment.domain.relay.PartitionLeases;
import com.yuge.payment.domain.relay.PendingEvents;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The relay and its signal. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxConfiguration {
  @Bean
  Inbox outboxInbox() {
    return new Inbox();
  }

  @Bean
  OutboxRelay outboxRelay(
      PartitionLeases leases,
      PendingEvents pending,
      EventSender sender,
      Inbox inbox,
      OutboxProperties properties) {
    return new OutboxRelay(owner(), leases, pending, sender, inbox, properties);
  }

  // Never the same twice: a restarted instance must not inherit its predecessor's leases.
  private static String owner() {
    return ProcessHandle.current().pid()
        + "-"
        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
