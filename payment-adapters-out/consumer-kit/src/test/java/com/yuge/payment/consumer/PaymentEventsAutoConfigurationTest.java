package com.yuge.payment.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;

/** In an application with all of Spring Boot's auto-configurations that are on the class path. */
class PaymentEventsAutoConfigurationTest {
  private static final PaymentEventTag STATEMENT = PaymentEventTag.STATEMENT_MATCHED;

  private static final Golden PAID = Golden.of(PaymentEventTag.PAYMENT_SUCCEEDED);

  private final ApplicationContextRunner shop =
      new ApplicationContextRunner()
          .withUserConfiguration(ShopApplication.class)
          .withPropertyValues(
              "spring.datasource.url=" + ShopDatabase.url(),
              "payment-events.name-server=127.0.0.1:1",
              "payment-events.group=shop");

  private final ApplicationContextRunner stopped =
      shop.withPropertyValues("payment-events.auto-startup=false");

  @Test
  void aHandlerIsAllThatAnApplicationNeeds() {
    stopped.run(
        context -> {
          ShopOrders orders = orders(context);
          orders.add("ORD1", "99.90");
          PaymentEventProcessor processor = context.getBean(PaymentEventProcessor.class);

          assertThat(processor.process(PAID.name(), PAID.body())).isEqualTo(Outcome.HANDLED);
          assertThat(processor.process(PAID.name(), PAID.body())).isEqualTo(Outcome.DUPLICATE);

          assertThat(orders.status("ORD1")).isEqualTo("PAID");
          assertThat(orders.tasks()).isZero();
        });
  }

  @Test
  void whatIsNotPlainlyThePriceOfAnOrderIsForAPerson() {
    stopped.run(
        context -> {
          ShopOrders orders = orders(context);
          orders.add("ORD1", "99.91");
          PaymentEventProcessor processor = context.getBean(PaymentEventProcessor.class);

          Golden.all()
              .map(golden -> golden.withEventId(golden.name()))
              .forEach(golden -> processor.process(golden.tag().name(), golden.body()));

          assertThat(orders.status("ORD1")).isEqualTo("OPEN");
          assertThat(orders.tasks())
              .isEqualTo((int) Golden.all().filter(golden -> golden.tag() != STATEMENT).count());
        });
  }

  private static ShopOrders orders(AssertableApplicationContext context) {
    new ResourceDatabasePopulator(new ClassPathResource(ShopDatabase.CONSUME_LOG))
        .execute(context.getBean(javax.sql.DataSource.class));
    ShopOrders orders = context.getBean(ShopOrders.class);
    orders.createTables();
    return orders;
  }

  @Test
  void anApplicationWithoutAHandlerHasNoConsumer() {
    new ApplicationContextRunner()
        .withUserConfiguration(WithoutHandler.class)
        .run(context -> assertThat(context).doesNotHaveBean(PaymentEventConsumer.class));
  }

  @Test
  void anApplicationDoesNotStartWithoutANameServerAndLeavesNoThreadBehind() {
    shop.run(
        context ->
            assertThat(context)
                .hasFailed()
                .getFailure()
                .hasStackTraceContaining("the consumer of payment events did not start")
                .hasStackTraceContaining("127.0.0.1:1"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !isAlive("RebalanceService") && !isAlive("ConsumeMessageScheduledThread"));
  }

  private static boolean isAlive(String thread) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(alive -> alive.getName().contains(thread));
  }

  @Test
  void theOutcomesAreCountedWhereMicrometerIs() {
    stopped.run(
        context -> {
          OutcomeCounter counter = context.getBean(OutcomeCounter.class);
          for (Outcome outcome : Outcome.values()) {
            counter.count(outcome);
          }
          assertThat(
                  context.getBean(MeterRegistry.class).get("payment.events.deliveries").counters())
              .hasSize(Outcome.values().length)
              .allSatisfy(each -> assertThat(each.count()).isEqualTo(1));
        });
    stopped
        .withClassLoader(new FilteredClassLoader("io.micrometer"))
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(PaymentEventConsumer.class)
                    .doesNotHaveBean(OutcomeCounter.class));
  }

  @Test
  void theJacksonOfTheApplicationReads() {
    boolean both = ClassUtils.isPresent("tools.jackson.databind.json.JsonMapper", null);
    stopped.run(context -> assertReads(context, both ? "Jackson3" : "Jackson2"));
    stopped
        .withClassLoader(new FilteredClassLoader("tools.jackson"))
        .run(context -> assertReads(context, "Jackson2"));
    stopped
        .withClassLoader(new FilteredClassLoader("tools.jackson", "com.fasterxml.jackson"))
        .run(
            context ->
                assertThat(context)
                    .hasFailed()
                    .getFailure()
                    .hasMessageContaining(PaymentEventReader.class.getName()));
  }

  private static void assertReads(AssertableApplicationContext context, String jackson) {
    assertThat(ReflectionTestUtils.getField(context.getBean(PaymentEventReader.class), "json"))
        .extracting(json -> json.getClass().getSimpleName())
        .isEqualTo(jackson);
  }

  @ParameterizedTest
  @CsvSource({
    "name-server, '', payment-events.name-server must be host:port",
    "name-server, broker, payment-events.name-server must be host:port",
    "group, '', payment-events.group must be 1 to 120",
    "group, a group, payment-events.group must be 1 to 120",
    "topic, '', payment-events.topic must be 1 to 127",
    "retry.max-attempts, 0, payment-events.retry.max-attempts must be at least 1",
    "retry.pause, 9ms, payment-events.retry.pause must be 10ms to 30s",
    "retry.pause, 31s, payment-events.retry.pause must be 10ms to 30s",
    "client.threads, 0, payment-events.client.threads must be 1 to 1000",
    "client.stop-timeout, -1s, payment-events.client.stop-timeout must be 0 or longer",
    "security.access-key, shop, payment-events.security.secret-key must be set with access-key",
    "security.secret-key, hush, payment-events.security.access-key must be set with secret-key",
    "security.ssl-bundle, none, SSL bundle name 'none' cannot be found"
  })
  void aSettingThatCannotBeIsRefused(String name, String value, String rule) {
    stopped
        .withPropertyValues("payment-events." + name + "=" + value)
        .run(context -> assertThat(context).getFailure().rootCause().hasMessageStartingWith(rule));
  }

  @Test
  void theSecretIsNotShown() {
    stopped
        .withPropertyValues(
            "payment-events.security.access-key=shop", "payment-events.security.secret-key=hush")
        .run(
            context ->
                assertThat(context.getBean(PaymentEventsProperties.class).toString())
                    .contains("shop", "***")
                    .doesNotContain("hush"));
  }

  @Test
  void theUsualSettingsAreTheSameWithoutSpringBoot() {
    stopped.run(
        context -> {
          PaymentEventsProperties bound = context.getBean(PaymentEventsProperties.class);
          PaymentEventsProperties usual = PaymentEventsProperties.of("127.0.0.1:1", "shop");
          assertThat(bound)
              .usingRecursiveComparison()
              .ignoringFields("autoStartup")
              .isEqualTo(usual);
        });
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class WithoutHandler {}
}
