package com.yuge.payment.app.bench;

import com.yuge.payment.app.e2e.ServiceInJvm;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** The whole service in this JVM; its relay runs only when a part says so. */
final class BenchService implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final SmartLifecycle relay;

  private BenchService(ConfigurableApplicationContext context) {
    this.context = context;
    this.relay = context.getBean("outboxRelay", SmartLifecycle.class);
  }

  static BenchService start(List<String> arguments) {
    BenchService service = new BenchService(ServiceInJvm.start(arguments));
    service.stopRelay();
    return service;
  }

  void startRelay() {
    relay.start();
  }

  /** What is on its way is finished, the partitions are given back. */
  void stopRelay() {
    relay.stop();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
