package com.yuge.payment.app.e2e;

import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service in this JVM, on the test stack; one for all tests that do not kill it. */
public final class RunningService {
  public static final RunningService ONE = new RunningService();

  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_e2e");
  private final PaymentApi api;
  private final int managementPort;

  private RunningService() {
    ConfigurableApplicationContext service = ServiceInJvm.start(database.arguments());
    this.api = ServiceInJvm.api(service);
    this.managementPort = ServiceInJvm.managementPort(service);
  }

  public JdbcClient database() {
    return database.jdbc();
  }

  public PaymentApi api() {
    return api;
  }

  public int managementPort() {
    return managementPort;
  }
}
