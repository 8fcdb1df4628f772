package com.yuge.payment.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.rocketmq.broker.BrokerStartup;
import org.apache.rocketmq.namesrv.NamesrvStartup;

/** A RocketMQ name server and a broker, each in its own JVM, so that they can be killed. */
public final class RocketMqServers {
  /** The service's topic. */
  public static final String TOPIC = "PAYMENT_TOPIC";

  /** The number of queues. Orders are distributed by hash. */
  public static final int QUEUES = 16;

  /** The broker's default limit for a message. */
  public static final int USUAL_LIMIT_BYTES = 4 << 20;

  private static final String READY_MARK = "boot success";

  /**
   * The broker leaves the name server, closes its port and writes its offsets, and then pauses for
   * about ten seconds. Acknowledged messages are on disk, so the pause can be cut short.
   */
  private static final Duration BROKER_STOP = Duration.ofSeconds(1);

  /** Short, because the name server stores nothing: brokers register again. */
  private static final Duration NAME_SERVER_STOP = Duration.ofMillis(100);

  private final StackFolder folder;
  private final RocketMqSecurity security;
  private final int nameServerPort;
  private final int brokerPort;
  private final ChildServer broker;

  private RocketMqServers(
      StackFolder folder,
      RocketMqSecurity security,
      int nameServerPort,
      int brokerPort,
      ChildServer broker) {
    this.folder = folder;
    this.security = security;
    this.nameServerPort = nameServerPort;
    this.brokerPort = brokerPort;
    this.broker = broker;
  }

  /** Starts both servers and waits until a client finds the route of the topic. */
  public static RocketMqServers start(StackFolder folder) {
    return startBroker(folder, startNameServer(folder));
  }

  /** The same with empty stores, for clients that meet the security's demands. */
  public static RocketMqServers start(StackFolder folder, RocketMqSecurity security) {
    drop(folder);
    return startBroker(folder, security, startNameServer(folder, security));
  }

  /** Starts the name server and returns its port. Clients can use the address from now on. */
  static int startNameServer(StackFolder folder) {
    return startNameServer(folder, RocketMqSecurity.NONE);
  }

  private static int startNameServer(StackFolder folder, RocketMqSecurity security) {
    return FreePorts.start(
        port -> {
          nameServer(folder, security, port).start();
          return port;
        });
  }

  /** Starts the broker, which takes longer. */
  static RocketMqServers startBroker(StackFolder folder, int nameServerPort) {
    return startBroker(folder, RocketMqSecurity.NONE, nameServerPort);
  }

  private static RocketMqServers startBroker(
      StackFolder folder, RocketMqSecurity security, int nameServerPort) {
    return Timed.start(
        folder,
        "RocketMQ",
        () -> startBrokerWithTopic(folder, security, nameServerPort),
        servers -> servers.brokerPort);
  }

  private static RocketMqServers startBrokerWithTopic(
      StackFolder folder, RocketMqSecurity security, int nameServerPort) {
    RocketMqServers servers =
        FreePorts.start(
            port -> {
              ChildServer broker = broker(folder, security, nameServerPort, port);
              return new RocketMqServers(folder, security, nameServerPort, port, broker.start());
            });
    servers.createTopic(TOPIC);
    return servers;
  }

  static void drop(StackFolder folder) {
    folder.delete("rocketmq");
  }

  private static ChildServer nameServer(StackFolder folder, RocketMqSecurity security, int port) {
    Path home = folder.directory("rocketmq/nameserver");
    Path configuration = RocketMqConfiguration.nameServer(home, port);
    List<String> command =
        RocketMqJvm.command(
            home, NamesrvStartup.class, "128m", security.jvmOptions(), configuration);
    return new ChildServer(folder, "rocketmq-nameserver", command, READY_MARK)
        .stoppingIn(NAME_SERVER_STOP);
  }

  private static ChildServer broker(
      StackFolder folder, RocketMqSecurity security, int nameServerPort, int port) {
    Path home = folder.directory("rocketmq/broker");
    Path configuration =
        RocketMqConfiguration.broker(
            home, port, loopback(nameServerPort), security.brokerSettings());
    List<String> command =
        RocketMqJvm.command(
            home, BrokerStartup.class, "384m", security.jvmOptions(), configuration);
    return new ChildServer(folder, "rocketmq-broker", command, READY_MARK).stoppingIn(BROKER_STOP);
  }

  /** Creates a topic if it is missing, and waits for its route. */
  public void createTopic(String name) {
    RocketMqTopic topic = new RocketMqTopic(name, QUEUES);
    broker.during("waiting for the route of " + name, () -> topic.create(admin(), broker.log()));
  }

  /** Deletes a topic with its messages. */
  public void dropTopic(String name) {
    admin().dropTopic(name);
  }

  /** Sets the broker's limit for a message. */
  public void limitMessages(int bytes) {
    admin().set("maxMessageSize", Integer.toString(bytes));
  }

  /** Returns the users of a broker with ACL. */
  public RocketMqUsers users() {
    return new RocketMqUsers(admin());
  }

  private BrokerAdmin admin() {
    return new BrokerAdmin(nameServerAddress(), loopback(brokerPort), security);
  }

  /** Returns the broker's port on loopback. */
  public int brokerPort() {
    return brokerPort;
  }

  /** Returns the address for clients, as host and port. */
  public String nameServerAddress() {
    return loopback(nameServerPort);
  }

  /** Stops the broker. Acknowledged messages are on disk. */
  public void stopBroker() {
    broker.stop();
  }

  /** Makes the broker hang: it still accepts connections, but does not respond. */
  public void suspendBroker() {
    broker.signal("STOP");
  }

  /** Ends the hang. The broker then handles the requests that it received meanwhile. */
  public void resumeBroker() {
    broker.signal("CONT");
  }

  /** Kills the broker at once, as kill -9 does. */
  public void killBroker() {
    broker.kill();
  }

  /** Starts the broker again with the same data and port, and waits for the route. */
  public void startBroker() {
    broker.start();
    createTopic(TOPIC);
  }

  /** Replaces the broker with an empty one on the same port. */
  public void renewBroker() {
    broker.stop();
    folder.delete("rocketmq/broker/store");
    startBroker();
  }

  static String loopback(int port) {
    return "127.0.0.1:" + port;
  }
}
