package com.yuge.payment.devstack;

import com.github.dockerjava.api.DockerClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** MySQL or MariaDB in a container, with durable commits. Its data ends with this JVM. */
final class DatabaseContainer implements DatabaseServer {
  private static final String DATABASE = "payment";
  private static final String PASSWORD = "payment";
  private static final Duration READY = Duration.ofSeconds(60);
  private static final int STOP_SECONDS = 20;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

  /** Options only, without the server's command, because the images name it differently. */
  private static final List<String> SETTINGS =
      List.of(
          "--skip-name-resolve",
          "--character-set-server=utf8mb4",
          "--default-time-zone=+00:00",
          "--innodb-flush-log-at-trx-commit=1",
          "--sync-binlog=1",
          "--innodb-buffer-pool-size=128M",
          "--table-open-cache=400",
          "--max-connections=200");

  private final int port;
  private final MySQLContainer container;

  private DatabaseContainer(int port, MySQLContainer container) {
    this.port = port;
    this.container = container;
  }

  /** Starts the image's server with further options, such as {@code --log-bin}. */
  static DatabaseContainer start(StackFolder folder, String image, List<String> options) {
    return Timed.start(folder, image, () -> startOf(image, options), server -> server.port);
  }

  private static DatabaseContainer startOf(String image, List<String> options) {
    int port = FreePorts.choose();
    List<String> command = new ArrayList<>(SETTINGS);
    command.addAll(options);
    MySQLContainer container =
        new MySQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("mysql"))
            .withDatabaseName(DATABASE)
            .withUsername("root")
            .withPassword(PASSWORD)
            .withCommand(command.toArray(String[]::new));
    // Docker would choose another port after a restart.
    container.setPortBindings(List.of(loopback() + port + ":" + MySQLContainer.MYSQL_PORT));
    container.start();
    return new DatabaseContainer(port, container);
  }

  /** Returns where to listen: on loopback, unless the Docker engine is on another machine. */
  private static String loopback() {
    String engine = DockerClientFactory.instance().dockerHostIpAddress();
    return LOOPBACK.contains(engine) ? "127.0.0.1:" : "";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  @Override
  public String jdbcUrl(String database) {
    return "jdbc:mysql://%s:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
        .formatted(container.getHost(), port, database);
  }

  @Override
  public String username() {
    return container.getUsername();
  }

  @Override
  public String password() {
    return container.getPassword();
  }

  // Does not use the container's own stop method, which deletes the data.
  @Override
  public void stop() {
    docker().stopContainerCmd(container.getContainerId()).withTimeout(STOP_SECONDS).exec();
  }

  @Override
  public void start() {
    docker().startContainerCmd(container.getContainerId()).exec();
    if (!Poll.until(this::answers, READY)) {
      throw new IllegalStateException("the database did not answer within " + READY);
    }
  }

  private boolean answers() {
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), username(), password())) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }
}
