package com.yuge.payment.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.rocketmq.controller.ControllerStartup;
import org.apache.rocketmq.namesrv.NamesrvStartup;

/**
 * Three controllers; any two of them can elect a master. Two of them are in the JVMs of the two
 * name servers, as in RocketMQ's guide; the third has a JVM of its own.
 */
final class ControllerQuorum {
  private static final int CONTROLLERS = 3;
  private static final int NAME_SERVERS = 2;
  private static final String MAX_HEAP = "128m";

  /** Short, because controllers write each decision before they answer. */
  private static final Duration STOP = Duration.ofMillis(200);

  private final List<Integer> controllerPorts;
  private final List<Integer> nameServerPorts;
  private final List<ChildServer> servers = new ArrayList<>();

  private ControllerQuorum(List<Integer> ports) {
    this.controllerPorts = ports.subList(0, CONTROLLERS);
    this.nameServerPorts = ports.subList(CONTROLLERS, CONTROLLERS + NAME_SERVERS);
  }

  static ControllerQuorum launch(StackFolder folder) {
    ControllerQuorum quorum =
        new ControllerQuorum(FreePorts.chooseSeveral(CONTROLLERS + NAME_SERVERS));
    for (int i = 0; i < CONTROLLERS; i++) {
      quorum.servers.add(quorum.server(folder, i));
    }
    quorum.servers.forEach(ChildServer::launch);
    return quorum;
  }

  void awaitReady() {
    servers.forEach(ChildServer::awaitReady);
  }

  String nameServers() {
    return join(nameServerPorts);
  }

  String controllers() {
    return join(controllerPorts);
  }

  List<String> controllerAddresses() {
    return controllerPorts.stream().map(RocketMqServers::loopback).toList();
  }

  private static String join(List<Integer> ports) {
    return ports.stream().map(RocketMqServers::loopback).collect(Collectors.joining(";"));
  }

  private ChildServer server(StackFolder folder, int number) {
    String name = "rocketmq-controller-" + number;
    Path home = folder.directory("rocketmq-cluster/" + name);
    boolean withNameServer = number < NAME_SERVERS;
    Map<String, String> settings = settings(home, number);
    if (withNameServer) {
      settings.put("enableControllerInNamesrv", "true");
      settings.put("listenPort", Integer.toString(nameServerPorts.get(number)));
      settings.put("kvConfigPath", home.resolve("kvConfig.json").toString());
    }
    List<String> command =
        RocketMqJvm.command(
            home,
            withNameServer ? NamesrvStartup.class : ControllerStartup.class,
            MAX_HEAP,
            RocketMqSecurity.NONE.jvmOptions(),
            RocketMqConfiguration.write(home, settings));
    String readyMark =
        withNameServer ? "ControllerManager boot success" : "Controller Server boot success";
    return new ChildServer(folder, name, command, readyMark).stoppingIn(STOP);
  }

  private Map<String, String> settings(Path home, int number) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("bindAddress", "127.0.0.1");
    settings.put("controllerDLegerGroup", "controllers");
    settings.put("controllerDLegerPeers", peers());
    settings.put("controllerDLegerSelfId", "n" + number);
    settings.put("controllerStorePath", home.resolve("store").toString());
    settings.put("configStorePath", home.resolve("stored.properties").toString());
    settings.put("mappedFileSize", "10485760");
    // A broker that was not in sync may lack acknowledged messages.
    settings.put("enableElectUncleanMaster", "false");
    return settings;
  }

  private String peers() {
    return IntStream.range(0, CONTROLLERS)
        .mapToObj(i -> "n%d-%s".formatted(i, RocketMqServers.loopback(controllerPorts.get(i))))
        .collect(Collectors.joining(";"));
  }
}
