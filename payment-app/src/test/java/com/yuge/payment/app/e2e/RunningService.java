package com.yuge.payment.app.e2e;

import com.yuge.payment.app.PaymentApplication;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.stack.PromptStop;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service in this JVM, on the test stack; one for all tests that do not kill it. */
final class RunningService {
  static final RunningService ONE = new RunningService();

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_e2e");
  private final PaymentApi api;

  private RunningService() {
    ConfigurableApplicationContext context =
        SpringApplication.run(
            PaymentApplication.class, database.arguments().toArray(String[]::new));
    this.api = api(context);
  }

  JdbcClient database() {
    return database.jdbc();
  }

  PaymentApi api() {
    return api;
  }

  static PaymentApi api(ConfigurableApplicationContext context) {
    return new PaymentApi(
        port(context, "local.server.port"), port(context, "local.management.port"));
  }

  static void stop(ConfigurableApplicationContext context) {
    PromptStop.of(context.getBean(DefaultMQProducer.class), context::close);
  }

  private static int port(ConfigurableApplicationContext context, String name) {
    return context.getEnvironment().getRequiredProperty(name, Integer.class);
  }
}
