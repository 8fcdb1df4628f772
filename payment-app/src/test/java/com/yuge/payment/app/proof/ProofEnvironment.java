package com.yuge.payment.app.proof;

import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.devstack.DatabaseServer;
import com.yuge.payment.devstack.PaymentStack;
import com.yuge.payment.devstack.RocketMqServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A database and a topic for a proof, on the servers that all tests share. */
final class ProofEnvironment {
  /** As by default. */
  static final Duration LEASE = Duration.ofSeconds(3);

  private static final String TOPIC = "PROOF_TOPIC";

  private final PaymentStack servers = TestStack.ONE.servers();
  private final String url;
  private final String topic;
  private final String nameServer;

  private ProofEnvironment(String database, String topic, String nameServer) {
    this.topic = topic;
    this.nameServer = nameServer;
    try {
      this.url = servers.database().createDatabase(database);
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + database, e);
    }
  }

  static ProofEnvironment open(String database) {
    TestStack.ONE.servers().rocketMq().createTopic(TOPIC);
    return onTopic(database, TOPIC);
  }

  /** With a topic that need not be there. */
  static ProofEnvironment onTopic(String database, String topic) {
    return new ProofEnvironment(database, topic, TestStack.ONE.servers().nameServerAddress());
  }

  /** With a broker of the proof's own. */
  static ProofEnvironment on(ScriptedBroker broker, String database) {
    return new ProofEnvironment(database, TOPIC, broker.address());
  }

  /** With servers that ask for more than those that all tests share. */
  static ProofEnvironment on(RocketMqServers broker, String database) {
    return new ProofEnvironment(database, RocketMqServers.TOPIC, broker.nameServerAddress());
  }

  /** The command line of an instance whose leases are short. */
  String[] arguments(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.profiles.active=dev",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + servers.database().username(),
                "--spring.datasource.password=" + servers.database().password(),
                "--spring.datasource.hikari.maximum-pool-size=12",
                "--payment.rocketmq.name-server=" + nameServer,
                "--payment.rocketmq.topic=" + topic,
                "--payment.outbox.backoff-max=" + ProofScale.LONGEST_PAUSE.toSeconds() + "s",
                "--payment.outbox.lease=" + LEASE.toSeconds() + "s",
                "--payment.outbox.send-timeout=500ms"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  ProofTopic topic() {
    return new ProofTopic(nameServer, topic, false);
  }

  /** The same for a topic that was made for this proof only. */
  ProofTopic topicFromTheBeginning() {
    return new ProofTopic(nameServer, topic, true);
  }

  /** A connection of nobody's pool, in whose transactions locks are held. */
  Connection connect() throws SQLException {
    DatabaseServer database = servers.database();
    return DriverManager.getConnection(url, database.username(), database.password());
  }

  PaymentStack servers() {
    return servers;
  }
}
