package com.yuge.payment.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Consumes the payment events in an application that has a {@link PaymentEventHandler}. The data
 * source and the transactions are not conditions: without them the start must fail, because the
 * application would silently consume nothing. Spring Boot 3.5 and 4.1 name their
 * auto-configurations differently.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration",
      "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
    })
@ConditionalOnBean(PaymentEventHandler.class)
@EnableConfigurationProperties(PaymentEventsProperties.class)
public final class PaymentEventsAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  EventInbox paymentEventInbox(
      DataSource database, TransactionTemplate transaction, PaymentEventsProperties properties) {
    return new EventInbox(database, transaction, properties.group());
  }

  @Bean
  PaymentEventConsumer paymentEventConsumer(
      PaymentEventsProperties properties,
      PaymentEventProcessor processor,
      ObjectProvider<DeadLetterListener> deadLetters,
      ObjectProvider<OutcomeCounter> counter,
      ObjectProvider<SslBundles> bundles) {
    String bundle = properties.security().sslBundle();
    return new PaymentEventConsumer(
        properties,
        processor,
        deadLetters.getIfAvailable(() -> letter -> {}),
        counter.getIfAvailable(() -> OutcomeCounter.NONE),
        bundle == null ? null : bundles.getObject().getBundle(bundle));
  }

  @Bean
  PaymentEventProcessor paymentEventProcessor(
      PaymentEventReader reader, EventInbox inbox, PaymentEventHandler handler) {
    return new PaymentEventProcessor(reader, inbox, handler);
  }

  /**
   * Preferred if both versions are there: the application then uses Spring Boot 4, where Jackson 3
   * is usual.
   */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "tools.jackson.databind.json.JsonMapper")
  static class Jackson3Configuration {
    @Bean
    PaymentEventReader paymentEventReader() {
      return PaymentEventReader.withJackson3();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "com.fasterxml.jackson.databind.json.JsonMapper")
  @ConditionalOnMissingClass("tools.jackson.databind.json.JsonMapper")
  static class Jackson2Configuration {
    @Bean
    PaymentEventReader paymentEventReader() {
      return PaymentEventReader.withJackson2();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnBean(MeterRegistry.class)
  static class MetricsConfiguration {
    @Bean
    @ConditionalOnMissingBean(OutcomeCounter.class)
    OutcomeCounter paymentEventOutcomes(MeterRegistry registry) {
      return new MicrometerOutcomeCounter(registry);
    }
  }
}
