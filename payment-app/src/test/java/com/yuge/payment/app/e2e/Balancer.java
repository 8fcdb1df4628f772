package com.yuge.payment.app.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** Spreads calls over instances; one that is restarted gets none, and ends those that it has. */
final class Balancer implements AutoCloseable {
  private final ReadWriteLock calls = new ReentrantReadWriteLock();
  private final AtomicInteger next = new AtomicInteger();
  private final List<Instance> instances = new ArrayList<>();

  private record Instance(ConfigurableApplicationContext context, PaymentApi api) {}

  void add(ConfigurableApplicationContext context) {
    calls.writeLock().lock();
    try {
      instances.add(new Instance(context, ServiceInJvm.api(context)));
    } finally {
      calls.writeLock().unlock();
    }
  }

  <T> T call(Function<PaymentApi, T> call) {
    calls.readLock().lock();
    try {
      int turn = Math.floorMod(next.getAndIncrement(), instances.size());
      return call.apply(instances.get(turn).api());
    } finally {
      calls.readLock().unlock();
    }
  }

  /** One after the other, so that there is always one to call. */
  void restartEach(Supplier<ConfigurableApplicationContext> start) {
    for (int i = instances.size(); i > 0; i--) {
      ServiceInJvm.stop(takeOldest());
      add(start.get());
    }
  }

  private ConfigurableApplicationContext takeOldest() {
    calls.writeLock().lock();
    try {
      return instances.remove(0).context();
    } finally {
      calls.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    instances.forEach(instance -> ServiceInJvm.stop(instance.context()));
  }
}
