package com.yuge.payment.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.rocketmq.broker.BrokerStartup;
import org.apache.rocketmq.namesrv.NamesrvStartup;

/** A RocketMQ name server and broker, each a JVM of its own, so that they can be killed. */
public final class RocketMqServers {
  /** The service's topic. */
  public static final String TOPIC = "PAYMENT_TOPIC";

  /** Orders hash onto these. */
  public static final int QUEUES = 16;

  /** What the broker takes as a message at most, unless told otherwise. */
  public static final int USUAL_LIMIT_BYTES = 4 << 20;

  private static final String READY_MARK = "boot success";

  /**
   * The broker first leaves the name server, closes its port and writes its offsets, and then
   * pauses for some ten seconds; what was acknowledged is on disk, so that is cut short.
   */
  private static final Duration BROKER_STOP = Duration.ofSeconds(1);

  /** It has nothing to keep: brokers register again. */
  private static final Duration NAME_SERVER_STOP = Duration.ofMillis(100);

  private final StackFolder folder;
  private final int nameServerPort;
  private final int brokerPort;
  private final ChildServer broker;

  private RocketMqServers(
      StackFolder folder, int nameServerPort, int brokerPort, ChildServer broker) {
    this.folder = folder;
    this.nameServerPort = nameServerPort;
    this.brokerPort = brokerPort;
    this.broker = broker;
  }

  /** Ready means that a client finds the route of the topic. */
  public static RocketMqServers start(StackFolder folder) {
    return startBroker(folder, startNameServer(folder));
  }

  /** The first half: clients can be given the address from now on. Returns the port. */
  static int startNameServer(StackFolder folder) {
    return FreePorts.start(
        port -> {
          nameServer(folder, port).start();
          return port;
        });
  }

  /** The second half, which takes longer. */
  static RocketMqServers startBroker(StackFolder folder, int nameServerPort) {
    return Timed.start(
        folder,
        "RocketMQ",
        () -> startBrokerWithTopic(folder, nameServerPort),
        servers -> servers.brokerPort);
  }

  private static RocketMqServers startBrokerWithTopic(StackFolder folder, int nameServerPort) {
    RocketMqServers servers =
        FreePorts.start(
            port -> {
              ChildServer broker = broker(folder, nameServerPort, port);
              return new RocketMqServers(folder, nameServerPort, port, broker.start());
            });
    servers.createTopic(TOPIC);
    return servers;
  }

  static void drop(StackFolder folder) {
    folder.delete("rocketmq");
  }

  private static ChildServer nameServer(StackFolder folder, int port) {
    Path home = folder.directory("rocketmq/nameserver");
    Path configuration = RocketMqConfiguration.nameServer(home, port);
    List<String> command = RocketMqJvm.command(home, NamesrvStartup.class, "128m", configuration);
    return new ChildServer(folder, "rocketmq-nameserver", command, READY_MARK)
        .stoppingIn(NAME_SERVER_STOP);
  }

  private static ChildServer broker(StackFolder folder, int nameServerPort, int port) {
    Path home = folder.directory("rocketmq/broker");
    Path configuration = RocketMqConfiguration.broker(home, port, loopback(nameServerPort));
    List<String> command = RocketMqJvm.command(home, BrokerStartup.class, "384m", configuration);
    return new ChildServer(folder, "rocketmq-broker", command, READY_MARK).stoppingIn(BROKER_STOP);
  }

  /** Makes a further topic, or leaves it as it is, and waits for its route. */
  public void createTopic(String name) {
    RocketMqTopic topic = new RocketMqTopic(name, QUEUES);
    String nameServer = nameServerAddress();
    broker.during(
        "waiting for the route of " + name,
        () -> topic.create(nameServer, loopback(brokerPort), broker.log()));
  }

  /** Deletes a topic with its messages. */
  public void dropTopic(String name) {
    admin().dropTopic(name);
  }

  /** The largest message that the broker takes, from now on. */
  public void limitMessages(int bytes) {
    admin().set("maxMessageSize", Integer.toString(bytes));
  }

  private BrokerAdmin admin() {
    return new BrokerAdmin(nameServerAddress(), loopback(brokerPort));
  }

  /** What clients are given, as host and port. */
  public String nameServerAddress() {
    return loopback(nameServerPort);
  }

  /** Ends the broker; what it acknowledged is on disk. */
  public void stopBroker() {
    broker.stop();
  }

  /** Makes the broker hang: connections are still accepted, nothing is answered. */
  public void suspendBroker() {
    broker.signal("STOP");
  }

  /** Ends the hang; what was sent meanwhile is then done. */
  public void resumeBroker() {
    broker.signal("CONT");
  }

  /** Ends the broker at once, as kill -9 does. */
  public void killBroker() {
    broker.kill();
  }

  /** Starts the broker again on its store and port, and waits for the route. */
  public void startBroker() {
    broker.start();
    createTopic(TOPIC);
  }

  /** Puts a broker that has never stored anything in its place, on the same port. */
  public void renewBroker() {
    broker.stop();
    folder.delete("rocketmq/broker/store");
    startBroker();
  }

  static String loopback(int port) {
    return "127.0.0.1:" + port;
  }
}
