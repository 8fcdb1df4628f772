package com.yuge.payment.app.bench;

import com.yuge.payment.app.e2e.ServiceInJvm;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** The whole service in this JVM; its relay runs only when a part says so. */
public final class BenchService implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final SmartLifecycle relay;

  private BenchService(ConfigurableApplicationContext context) {
    this.context = context;
    this.relay = context.getBean("outboxRelay", SmartLifecycle.class);
  }

  public static BenchService start(List<String> arguments) {
    return ready(ServiceInJvm.start(arguments));
  }

  /** The same with something between the relay and its ports. */
  public static BenchService start(List<String> arguments, BeanPostProcessor between) {
    return ready(ServiceInJvm.start(arguments, between));
  }

  private static BenchService ready(ConfigurableApplicationContext context) {
    BenchService service = new BenchService(context);
    service.stopRelay();
    return service;
  }

  public void startRelay() {
    relay.start();
  }

  /** What is on its way is finished, the partitions are given back. */
  public void stopRelay() {
    relay.stop();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
