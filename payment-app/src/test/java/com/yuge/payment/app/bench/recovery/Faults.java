package com.yuge.payment.app.bench.recovery;

import com.yuge.payment.app.bench.Waiting;
import com.yuge.payment.devstack.MariaDbServer;
import com.yuge.payment.devstack.RocketMqServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What is killed or stopped; each returns the milliseconds until all partitions flow again. */
final class Faults {
  private static final int CONNECT_MILLIS = 200;

  private final Scene scene;
  private final Random random;
  private final Duration lease;
  private long mark;

  Faults(Scene scene, Random random, Duration lease) {
    this.scene = scene;
    this.random = random;
    this.lease = lease;
  }

  /** When the last fault was over, or had come, in milliseconds of the epoch. */
  long mark() {
    return mark;
  }

  /** From the kill, for the partitions that the killed one had. */
  long instanceKilled() {
    pass(random.nextInt(1_000));
    Instance killed = scene.instances().remove(0);
    Map<Integer, Long> owners = scene.owners();
    now();
    killed.close();
    return scene.deliveries().flowsAgain(mark, p -> isOf(owners, p, killed));
  }

  /** From the moment the database's port is open. */
  long databaseKilled() {
    MariaDbServer database = (MariaDbServer) scene.servers().database();
    database.kill();
    pass(random.nextInt(5_000));
    CompletableFuture<Void> started = CompletableFuture.runAsync(database::start);
    await(() -> isOpen(database.port()));
    return allFlow(started);
  }

  /** From the moment the broker's port is open and the name server knows its route. */
  long brokerKilled() {
    RocketMqServers broker = scene.servers().rocketMq();
    broker.killBroker();
    pass(random.nextInt(5_000));
    CompletableFuture<Void> started = CompletableFuture.runAsync(broker::startBroker);
    await(() -> isOpen(broker.brokerPort()));
    long open = System.currentTimeMillis();
    await(scene.topic()::isRouteKnown);
    System.out.printf("route known %d ms after the port%n", System.currentTimeMillis() - open);
    return allFlow(started);
  }

  /** From the moment the broker goes on. */
  long brokerThawed() {
    RocketMqServers broker = scene.servers().rocketMq();
    broker.suspendBroker();
    pass(1_000 + random.nextInt(14_000));
    broker.resumeBroker();
    return allFlow(CompletableFuture.completedFuture(null));
  }

  /** From the moment the instance goes on; it keeps its partitions. */
  long shortStall() {
    long before = scene.takeOvers();
    long millis = stall(random.nextInt(Math.toIntExact(lease.toMillis() / 2)));
    if (scene.takeOvers() != before) {
      throw new IllegalStateException("a short stall cost a take-over");
    }
    return millis;
  }

  /** From the moment the instance goes on, when another has taken its partitions over. */
  long longStall() {
    long before = scene.takeOvers();
    long millis = stall(Math.toIntExact(lease.multipliedBy(2).toMillis()));
    if (scene.takeOvers() == before) {
      throw new IllegalStateException("a long stall cost no take-over");
    }
    return millis;
  }

  private long stall(int length) {
    Instance stalled = scene.instances().get(0);
    stalled.freeze();
    pass(length);
    stalled.wake();
    return allFlow(CompletableFuture.completedFuture(null));
  }

  private long allFlow(CompletableFuture<Void> started) {
    now();
    long millis = scene.deliveries().flowsAgain(mark, p -> true);
    Void unused = started.join();
    return millis;
  }

  private void now() {
    mark = System.currentTimeMillis();
  }

  private static boolean isOf(Map<Integer, Long> owners, int partition, Instance instance) {
    Long owner = owners.get(partition);
    return owner != null && owner == instance.pid();
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  private static void await(BooleanSupplier condition) {
    Waiting.until("the fault", condition::getAsBoolean);
  }

  private static void pass(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
