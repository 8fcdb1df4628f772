package com.yuge.payment.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.broker.BrokerStartup;

/** A broker of a cluster. The controllers decide whether it is its group's master. */
public final class ClusterBroker {
  private static final String MAX_HEAP = "256m";
  private static final Duration STOP = Duration.ofSeconds(1);

  private final ChildServer process;
  private final String address;

  private ClusterBroker(ChildServer process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Makes a broker that is not started yet. */
  static ClusterBroker of(
      StackFolder folder,
      ControllerQuorum quorum,
      String group,
      int port,
      ClusterSettings settings) {
    String name = "rocketmq-%s-%d".formatted(group, port);
    Path home = folder.directory("rocketmq-cluster/" + name);
    Path file =
        RocketMqConfiguration.broker(
            home, port, quorum.nameServers(), settings(quorum, group, port, settings));
    List<String> command =
        RocketMqJvm.command(
            home, BrokerStartup.class, MAX_HEAP, RocketMqSecurity.NONE.jvmOptions(), file);
    ChildServer process = new ChildServer(folder, name, command, "boot success").stoppingIn(STOP);
    return new ClusterBroker(process, RocketMqServers.loopback(port));
  }

  private static Map<String, String> settings(
      ControllerQuorum quorum, String group, int port, ClusterSettings settings) {
    Map<String, String> more = new LinkedHashMap<>();
    more.put("brokerName", group);
    more.put("enableControllerMode", "true");
    more.put("controllerAddr", quorum.controllers());
    // The controllers give the id and the role.
    more.put("brokerId", "-1");
    more.put("brokerRole", "SLAVE");
    more.put("haListenPort", Integer.toString(port + 1));
    more.put("flushDiskType", settings.syncFlush() ? "SYNC_FLUSH" : "ASYNC_FLUSH");
    more.put("allAckInSyncStateSet", Boolean.toString(settings.allAckInSyncStateSet()));
    more.put("minInSyncReplicas", Integer.toString(settings.minInSyncReplicas()));
    return more;
  }

  String address() {
    return address;
  }

  ServerLog log() {
    return process.log();
  }

  void launch() {
    process.launch();
  }

  void awaitReady() {
    process.awaitReady();
  }

  /** Starts it again with the same data and port. */
  public void start() {
    Object unused = process.start();
  }

  /** Ends it at once, as kill -9 does. */
  public void kill() {
    process.kill();
  }

  /** Makes it hang: connections stay open, and nothing is answered. */
  public void suspend() {
    process.signal("STOP");
  }

  /** Ends the hang. */
  public void resume() {
    process.signal("CONT");
  }

  @Override
  public String toString() {
    return address;
  }
}
