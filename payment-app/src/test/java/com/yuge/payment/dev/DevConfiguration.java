package com.yuge.payment.dev;

import com.yuge.payment.consumer.PaymentEventConsumer;
import com.yuge.payment.consumer.PaymentEventsProperties;
import com.yuge.payment.consumer.PaymentEventsProperties.Client;
import com.yuge.payment.consumer.PaymentEventsProperties.Retry;
import com.yuge.payment.consumer.PaymentEventsProperties.Security;
import com.yuge.payment.orderservice.OrderServiceController;
import com.yuge.payment.orderservice.Orders;
import com.yuge.payment.out.rocketmq.RocketMqProperties;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a developer gets besides the service. */
@Configuration(proxyBeanMethods = false)
@Import({OrderServiceController.class, DevContractPage.class})
class DevConfiguration {
  private static final Logger log = LoggerFactory.getLogger("payment-service");

  // Its tables lie beside ours here, made after ours: Flyway wants an empty database to begin with.
  @Bean
  @DependsOnDatabaseInitialization
  Orders referenceOrders(DataSource database) {
    return new Orders(database);
  }

  // It is started when the topic is there: a consumer that starts earlier looks for it again half a
  // minute later.
  @Bean
  PaymentEventConsumer referenceConsumer(RocketMqProperties broker, Orders orders) {
    return orders.consumer(
        new PaymentEventsProperties(
            broker.nameServer(),
            "order-service",
            broker.topic(),
            false,
            Retry.USUAL,
            Client.USUAL,
            Security.NONE));
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> whenReady(
      DevStack stack,
      PaymentEventConsumer consumer,
      DataSourceProperties database,
      RocketMqProperties broker) {
    return ready -> {
      stack.awaitReady();
      consumer.start();
      log.info(
          "READY http://127.0.0.1:{} | database {} | RocketMQ {} | Redis {} | stop: Ctrl-C | next:"
              + " curl -s http://127.0.0.1:{}/payments -H 'Content-Type: application/json' -d"
              + " '{\"orderNo\":\"ORD1\",\"amount\":99.99}'",
          port(ready),
          database.getUrl(),
          broker.nameServer(),
          property(ready, "payment.redis.uri"),
          port(ready));
    };
  }

  private static String port(ApplicationReadyEvent ready) {
    return property(ready, "local.server.port");
  }

  private static String property(ApplicationReadyEvent ready, String name) {
    return ready.getApplicationContext().getEnvironment().getRequiredProperty(name);
  }
}
