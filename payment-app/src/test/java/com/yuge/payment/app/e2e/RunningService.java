package com.yuge.payment.app.e2e;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service in this JVM, on the test stack; one for all tests that do not kill it. */
final class RunningService {
  static final RunningService ONE = new RunningService();

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_e2e");
  private final PaymentApi api;

  private RunningService() {
    this.api = ServiceInJvm.api(ServiceInJvm.start(database.arguments()));
  }

  JdbcClient database() {
    return database.jdbc();
  }

  PaymentApi api() {
    return api;
  }
}
