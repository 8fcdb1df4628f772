package com.yuge.payment.app.hostile;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.ServiceInJvm;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole service as it is shipped, without limits on how often, and with nothing of its own to
 * do.
 */
final class HostileService implements AutoCloseable {
  private final ServiceDatabase database;
  private final ConfigurableApplicationContext context;

  HostileService(String name, List<String> more) {
    this.database = TestStack.ONE.createDatabase(name);
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.addAll(
        List.of(
            "--payment.outbox.relay.enabled=false",
            "--payment.reconcile.enabled=false",
            "--payment.audit.enabled=false",
            "--payment.statements.enabled=false",
            "--payment.statements.queries.enabled=false",
            "--payment.rate-limit.client-per-second=0",
            "--payment.rate-limit.address-per-second=0",
            "--payment.rate-limit.unverified-per-minute=0",
            "--payment.rate-limit.unverified-total-per-minute=0"));
    arguments.addAll(more);
    this.context = ServiceInJvm.start(arguments);
  }

  int port() {
    return ServiceInJvm.port(context);
  }

  int managementPort() {
    return ServiceInJvm.managementPort(context);
  }

  PaymentApi api() {
    return ServiceInJvm.api(context);
  }

  Tables tables() {
    return new Tables(database.jdbc());
  }

  @Override
  public void close() {
    ServiceInJvm.stop(context);
  }
}
