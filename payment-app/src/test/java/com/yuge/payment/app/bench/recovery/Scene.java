package com.yuge.payment.app.bench.recovery;

import com.yuge.payment.app.bench.Waiting;
import com.yuge.payment.devstack.DatabaseServer;
import com.yuge.payment.devstack.PaymentStack;
import com.yuge.payment.devstack.RocketMqServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.rocketmq.client.exception.MQClientException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Real servers, two instances, and events in all partitions all the time. */
final class Scene implements AutoCloseable {
  private static final int INSTANCES = 2;

  private final PaymentStack servers;
  private final List<String> arguments;
  private final JdbcClient jdbc;
  private final List<Instance> instances = new ArrayList<>();
  private final Trickle trickle;
  private final StoredEvents topic;
  private final Deliveries deliveries;
  private int started;

  /**
   * @param settings further settings of the instances, such as {@code --payment.outbox.lease=5s}
   */
  Scene(Path folder, List<String> settings) throws SQLException, MQClientException {
    servers = PaymentStack.beginFresh(folder, "no payer here", progress -> {});
    servers.awaitReady();
    DatabaseServer database = servers.database();
    String url = database.createDatabase("recovery");
    arguments =
        new ArrayList<>(
            List.of(
                "--spring.profiles.active=dev",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--payment.rocketmq.name-server=" + servers.nameServerAddress()));
    arguments.addAll(settings);
    jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(url, database.username(), database.password()));
    topic = new StoredEvents(servers.nameServerAddress(), RocketMqServers.TOPIC);
    deliveries = new Deliveries(topic);
    startInstance();
    trickle =
        new Trickle(
            "%s?user=%s&password=%s".formatted(url, database.username(), database.password()));
    fill();
  }

  PaymentStack servers() {
    return servers;
  }

  StoredEvents topic() {
    return topic;
  }

  Deliveries deliveries() {
    return deliveries;
  }

  List<Instance> instances() {
    return instances;
  }

  /** Starts what is missing, and waits until all have their shares. */
  void fill() {
    while (instances.size() < INSTANCES) {
      startInstance();
    }
    Waiting.until("fair shares", () -> owners().values().stream().distinct().count() == INSTANCES);
    Waiting.until("equal shares", () -> isFair(owners()));
  }

  private void startInstance() {
    instances.add(Instance.start(String.valueOf(started++), arguments));
  }

  private boolean isFair(Map<Integer, Long> owners) {
    Map<Long, Long> shares =
        owners.values().stream().collect(Collectors.groupingBy(pid -> pid, Collectors.counting()));
    return instances.stream()
        .allMatch(one -> shares.getOrDefault(one.pid(), 0L) == Trickle.PARTITIONS / INSTANCES);
  }

  /** Which process publishes each partition by a lease that has not ended. */
  Map<Integer, Long> owners() {
    return jdbc
        .sql(
            """
            SELECT partition_no, SUBSTRING_INDEX(owner, '-', 1) AS pid FROM t_outbox_partition
            WHERE lease_until >= UTC_TIMESTAMP(6)
            """)
        .query((row, n) -> Map.entry(row.getInt("partition_no"), row.getLong("pid")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** How often partitions were taken over so far. */
  long takeOvers() {
    return jdbc.sql("SELECT SUM(epoch) FROM t_outbox_partition").query(Long.class).single();
  }

  List<String> committed() {
    return jdbc.sql("SELECT event_id FROM t_outbox_event").query(String.class).list();
  }

  Deliveries.Tally end() throws InterruptedException {
    trickle.end();
    return deliveries.tally(committed());
  }

  @Override
  public void close() {
    instances.forEach(Instance::close);
    topic.close();
    servers.close();
  }
}
