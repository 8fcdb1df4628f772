package com.yuge.payment.app.failover;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.ServiceProcess;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.app.proof.ProofTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two instances of the service that know the database by HAProxy's address only. */
final class FailoverService implements AutoCloseable {
  /** Set, so that what is said of clocks holds whatever the default is. */
  static final Duration LEASE = Duration.ofSeconds(5);

  private static final String TOPIC = "FAILOVER_TOPIC";

  private final List<String> arguments;
  private final List<ServiceProcess> processes = new ArrayList<>();
  private final List<PaymentApi> apis = new CopyOnWriteArrayList<>();

  FailoverService(String databaseUrl) {
    TestStack.ONE.servers().rocketMq().createTopic(TOPIC);
    this.arguments =
        new ArrayList<>(TestStack.ONE.arguments(databaseUrl, "payment", FailoverScripts.PASSWORD));
    arguments.addAll(
        List.of(
            "--payment.rocketmq.topic=" + TOPIC,
            "--payment.redis.hint-channel=failover",
            // The channel calls back the instance that opened the order, which may be dead.
            "--payment.reconcile.timeout-threshold-minutes=1",
            "--payment.outbox.lease=" + LEASE.toSeconds() + "s",
            "--payment.outbox.send-timeout=1s"));
    for (int i = 0; i < 2; i++) { // One after the other: the first makes the tables.
      processes.add(ServiceProcess.start("failover-" + i, arguments));
      apis.add(processes.get(i).api());
    }
  }

  /** What is published from now on. */
  ProofTopic topic() {
    return new ProofTopic(TestStack.ONE.servers().nameServerAddress(), TOPIC, false);
  }

  List<PaymentApi> apis() {
    return apis;
  }

  /** Kills an instance; its partitions wait for the end of its lease. */
  void killSecond() {
    processes.get(1).kill();
  }

  void startSecond() {
    processes.set(1, ServiceProcess.start("failover-1", arguments));
    apis.set(1, processes.get(1).api());
  }

  @Override
  public void close() {
    processes.forEach(ServiceProcess::close);
  }
}
