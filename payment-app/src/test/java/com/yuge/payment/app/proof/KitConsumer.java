package com.yuge.payment.app.proof;

import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.consumer.EventInbox;
import com.yuge.payment.consumer.OutcomeCounter;
import com.yuge.payment.consumer.PaymentEventConsumer;
import com.yuge.payment.consumer.PaymentEventProcessor;
import com.yuge.payment.consumer.PaymentEventReader;
import com.yuge.payment.consumer.PaymentEventsProperties;
import com.yuge.payment.consumer.PaymentEventsProperties.Client;
import com.yuge.payment.consumer.PaymentEventsProperties.Retry;
import com.yuge.payment.consumer.PaymentEventsProperties.Security;
import com.yuge.payment.devstack.RocketMqServers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** A consumer with the kit that only notes which events it has handled. */
final class KitConsumer implements AutoCloseable {
  private final Set<String> handled = ConcurrentHashMap.newKeySet();
  private final PaymentEventConsumer consumer;

  private KitConsumer(PaymentEventsProperties properties, @Nullable SslBundle tls) {
    DataSource database = TestStack.ONE.createDatabase("proof_kit").pool();
    new ResourceDatabasePopulator(new ClassPathResource("payment-events/R__mq_consume_log.sql"))
        .execute(database);
    consumer =
        new PaymentEventConsumer(
            properties,
            new PaymentEventProcessor(
                PaymentEventReader.withJackson3(),
                new EventInbox(
                    database,
                    new TransactionTemplate(new DataSourceTransactionManager(database)),
                    properties.group()),
                event -> handled.add(event.eventId())),
            letter -> {},
            OutcomeCounter.NONE,
            tls);
    consumer.start();
  }

  static KitConsumer start(
      RocketMqServers servers, String group, Security security, @Nullable SslBundle tls) {
    return new KitConsumer(
        new PaymentEventsProperties(
            servers.nameServerAddress(),
            group,
            RocketMqServers.TOPIC,
            true,
            Retry.USUAL,
            Client.USUAL,
            security),
        tls);
  }

  Set<String> handled() {
    return handled;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
