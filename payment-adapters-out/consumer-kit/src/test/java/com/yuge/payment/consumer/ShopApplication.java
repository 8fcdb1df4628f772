package com.yuge.payment.consumer;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application of Spring Boot. The method of the handler is in the README as it is here. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ShopApplication {
  @Bean
  ShopOrders shopOrders(JdbcClient jdbc) {
    return new ShopOrders(jdbc);
  }

  @Bean
  PaymentEventHandler paymentEvents(ShopOrders orders) {
    return event -> {
      boolean done =
          event instanceof PaymentSucceeded paid && orders.pay(paid.orderNo(), paid.amount());
      if (!done) {
        orders.askPerson(event);
      }
    };
  }
}
