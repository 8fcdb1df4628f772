package com.yuge.payment.app.e2e;

import com.yuge.payment.app.PaymentApplication;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service in this JVM, on the test stack; one for all tests that do not kill it. */
final class RunningService {
  static final RunningService ONE = new RunningService();

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_e2e");
  private final int port;

  private RunningService() {
    ConfigurableApplicationContext context =
        SpringApplication.run(
            PaymentApplication.class, database.arguments().toArray(String[]::new));
    this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  JdbcClient database() {
    return database.jdbc();
  }

  PaymentApi api() {
    return new PaymentApi(port);
  }
}
