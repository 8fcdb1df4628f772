package com.yuge.payment.app.failover;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.devstack.MariaDbReplica;
import com.yuge.payment.devstack.StackFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A primary and two replicas behind HAProxy, set up as src/deploy/mariadb says. */
final class ReplicatedDatabase implements AutoCloseable {
  private static final int SERVERS = 3;
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);
  private static final String URL =
      "jdbc:mysql://127.0.0.1:%d/%s?connectTimeout=2000&socketTimeout=10000";

  private final StackFolder folder;
  private final List<MariaDbReplica> servers = new ArrayList<>();
  private final FailoverScripts scripts;
  private final HaProxy haProxy;
  private volatile MariaDbReplica primary;

  private ReplicatedDatabase() {
    Path home = StackFolder.ofTests("failover");
    this.folder = StackFolder.open(home, progress -> {});
    Path accounts = FailoverScripts.FOLDER.resolve("accounts.sql").toAbsolutePath();
    for (int id = 1; id <= SERVERS; id++) {
      servers.add(MariaDbReplica.startFresh(folder, id, accounts, FailoverScripts.serverOptions()));
    }
    this.primary = servers.get(0);
    this.scripts = new FailoverScripts(home, primary.client());
    this.haProxy = HaProxy.start(servers);
    String unused = scripts.promote("none", servers);
  }

  static ReplicatedDatabase start() {
    return new ReplicatedDatabase();
  }

  /** The database as the service knows it. */
  String url() {
    return "jdbc:mysql://127.0.0.1:%d/payment".formatted(haProxy.port());
  }

  List<MariaDbReplica> servers() {
    return servers;
  }

  MariaDbReplica primary() {
    return primary;
  }

  List<MariaDbReplica> replicas() {
    return servers.stream().filter(server -> server != primary).toList();
  }

  /** Fences the primary by kill -9, whatever state it is in, and makes a replica the primary. */
  void promote() {
    String unused = scripts.promote(primary.address(), replicas());
    primary = servers.stream().filter(this::isWritable).findFirst().orElseThrow();
  }

  private boolean isWritable(MariaDbReplica server) {
    return server != primary
        && jdbc(server).sql("SELECT @@read_only = 0").query(Boolean.class).single();
  }

  /** Returns once a server that was started again has all that the primary has now. */
  void rejoin(MariaDbReplica server) {
    String unused = scripts.rejoin(server, primary);
  }

  /** Starts the replicas again, one after the other, with clocks that are ahead or behind. */
  void setClocksOfReplicas(Duration ahead) {
    for (MariaDbReplica replica : replicas()) {
      replica.stop();
      startWithClock(replica, ahead);
      rejoin(replica);
    }
  }

  void startWithClock(MariaDbReplica server, Duration ahead) {
    server.start(ahead, DebianProgram.FAKETIME.require());
    double seconds = jdbc(server).sql("SELECT UNIX_TIMESTAMP(NOW(6))").query(Double.class).single();
    Duration found = Duration.ofMillis(Math.round(seconds * 1000) - Instant.now().toEpochMilli());
    assertThat(found).as("clock").isCloseTo(ahead, CLOCK_TOLERANCE);
  }

  /** The service's account on this very server. */
  JdbcClient jdbc(MariaDbReplica server) {
    return jdbc(server, "payment", "payment");
  }

  /** The scripts' account, which may change settings but sees no data. */
  JdbcClient operator(MariaDbReplica server) {
    return jdbc(server, "failover", "");
  }

  private static JdbcClient jdbc(MariaDbReplica server, String user, String database) {
    String url = URL.formatted(server.port(), database);
    return JdbcClient.create(new DriverManagerDataSource(url, user, FailoverScripts.PASSWORD));
  }

  /** The position of each server's binlog, and a checksum of each table. */
  List<String> contents(MariaDbReplica server) {
    JdbcClient jdbc = jdbc(server);
    List<String> contents = new ArrayList<>();
    contents.add(jdbc.sql("SELECT @@gtid_binlog_pos").query(String.class).single());
    for (String table : jdbc.sql("SHOW TABLES").query(String.class).list()) {
      contents.add(
          jdbc.sql("CHECKSUM TABLE " + table)
              .query((row, n) -> row.getString(1) + " " + row.getString(2))
              .single());
    }
    return contents;
  }

  @Override
  public void close() {
    haProxy.close();
    folder.close();
  }
}
