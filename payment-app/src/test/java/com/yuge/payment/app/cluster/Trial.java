package com.yuge.payment.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.proof.DeliveryReport;
import com.yuge.payment.app.proof.Load;
import com.yuge.payment.app.proof.OutboxRows;
import com.yuge.payment.app.proof.ProofTopic;
import com.yuge.payment.app.proof.RelayService;
import com.yuge.payment.app.proof.SendLog;
import com.yuge.payment.devstack.BrokerGroup;
import com.yuge.payment.devstack.ClusterBroker;
import com.yuge.payment.devstack.RocketMqCluster;
import com.yuge.payment.devstack.RocketMqServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The service's relay with its usual settings, on a cluster, under load, and watched. */
final class Trial implements AutoCloseable {
  private static final int PAYMENTS = 50;
  private static final int PARTITIONS = 16;

  private final RocketMqCluster cluster;
  private final SendLog sends = new SendLog();
  private final FlowLog flow = new FlowLog();
  private final Listener listener;
  private final RelayService service;
  private final OutboxRows rows;
  private final Load load;
  private final List<Failover> failovers = new ArrayList<>();

  Trial(RocketMqCluster cluster, String database) throws Exception {
    this.cluster = cluster;
    this.service = RelayService.start(arguments(cluster, database), sends, flow);
    this.rows = new OutboxRows(service.jdbc());
    this.listener = Listener.start(cluster.nameServerAddresses());
    this.load = Load.start(2, service.payments());
  }

  private static List<String> arguments(RocketMqCluster cluster, String database) {
    String key = "--payment.rocketmq.name-server=";
    List<String> arguments = new ArrayList<>(TestStack.ONE.createDatabase(database).arguments());
    arguments.removeIf(argument -> argument.startsWith(key));
    arguments.add(key + cluster.nameServerAddresses());
    arguments.add("--payment.rocketmq.slave-not-available-is-sent=false");
    return arguments;
  }

  /** Lets payments go on until each partition had a batch stored since now. */
  void awaitFlow() {
    int before = load.count();
    flow.begin();
    await("all partitions flow")
        .atMost(OutboxRows.SOON)
        .until(() -> flow.again().size() == PARTITIONS && load.count() > before + PAYMENTS);
  }

  /** Waits until a batch was not published for this reason. */
  void awaitTrouble(String reason) {
    await(reason)
        .atMost(OutboxRows.SOON)
        .until(
            () ->
                sends.failures().stream()
                    .anyMatch(call -> call.outcome().toString().contains(reason)));
  }

  /** Waits until as many batches as there are partitions failed twice since now. */
  void awaitOutage() {
    int before = sends.failures().size();
    await("an outage")
        .atMost(OutboxRows.SOON)
        .until(() -> sends.failures().size() >= before + 2 * PARTITIONS);
  }

  /** Takes the master of a group away, and gives it back once the other one serves. */
  void failOver(
      String what, BrokerGroup group, Consumer<ClusterBroker> away, Consumer<ClusterBroker> back) {
    awaitFlow();
    Set<Integer> partitions = flow.partitionsOf(group.name());
    ClusterBroker former = group.master();
    listener.watch(group.name());
    flow.begin();
    long begin = System.nanoTime();
    away.accept(former);
    group.awaitOtherMasterThan(former);
    Duration elected = since(begin);
    await("flow")
        .atMost(OutboxRows.SOON)
        .until(() -> flow.again().keySet().containsAll(partitions));
    List<Duration> again = times(partitions);
    long restart = System.nanoTime();
    back.accept(former);
    group.awaitAllInSync(RocketMqServers.TOPIC);
    Failover failover =
        new Failover(
            what + " of " + group.name(),
            elected,
            again.get(0),
            again.get(again.size() - 1),
            since(restart),
            listener.longestGap(),
            listener.repeated());
    System.out.println(failover.line());
    failovers.add(failover);
  }

  private List<Duration> times(Set<Integer> partitions) {
    Map<Integer, Duration> again = flow.again();
    return partitions.stream().map(again::get).sorted().toList();
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Stops the load and compares what was committed with what the topic has. */
  void requireComplete() {
    load.close();
    try (ProofTopic topic =
        new ProofTopic(cluster.nameServerAddresses(), RocketMqServers.TOPIC, true)) {
      DeliveryReport report = DeliveryReport.of(rows, topic).requireComplete();
      Failover.tell(failovers);
      System.out.printf(
          "%d events, 0 lost, %d duplicates, %d calls failed%n",
          report.committed().size(), report.duplicates().size(), sends.failures().size());
      assertThat(sends.doubtful()).containsAll(report.duplicates());
    }
  }

  @Override
  public void close() {
    load.close();
    listener.close();
    service.close();
  }
}
