package com.yuge.payment.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Redis with two replicas, and three Sentinels that make a replica the master when the master is
 * away. All servers have one password, and all Sentinels another one.
 */
public final class RedisSentinels {
  /** The name by which the Sentinels know the master. */
  public static final String MASTER = "payment";

  /** The password of all servers. */
  public static final String PASSWORD = "redis-of-tests";

  /** The password of all Sentinels. */
  public static final String SENTINEL_PASSWORD = "sentinels-of-tests";

  private static final int COUNT = 3;
  private static final int QUORUM = 2;

  private final List<RedisProcess> servers = new ArrayList<>();
  private final List<ChildServer> sentinels = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();

  private RedisSentinels() {}

  /**
   * Starts all six.
   *
   * @param downAfter how long a server is silent until a Sentinel counts it as down
   */
  public static RedisSentinels start(StackFolder folder, Duration downAfter) {
    RedisSentinels started = new RedisSentinels();
    for (int n = 1; n <= COUNT; n++) {
      started.startServer(folder, n);
    }
    for (int n = 1; n <= COUNT; n++) {
      started.startSentinel(folder, n, downAfter);
    }
    return started;
  }

  private void startServer(StackFolder folder, int number) {
    List<String> settings =
        new ArrayList<>(List.of("--requirepass", PASSWORD, "--masterauth", PASSWORD));
    if (number > 1) {
      int first = servers.get(0).port();
      settings.addAll(List.of("--replicaof", "127.0.0.1", Integer.toString(first)));
    }
    servers.add(RedisProcess.start(folder, "redis-" + number, settings));
  }

  private void startSentinel(StackFolder folder, int number, Duration downAfter) {
    String name = "sentinel-" + number;
    Path home = folder.directory(name);
    String executable = RedisProcess.unpack(home);
    Path settings = home.resolve("sentinel.conf");
    sentinels.add(
        FreePorts.start(
            port -> {
              write(settings, settings(port, downAfter));
              List<String> command = List.of(executable, settings.toString(), "--sentinel");
              ChildServer sentinel = new ChildServer(folder, name, command, "+monitor master");
              sentinel.start();
              ports.add(port);
              return sentinel;
            }));
  }

  private String settings(int port, Duration downAfter) {
    return """
        port %d
        bind 127.0.0.1
        requirepass %s
        sentinel sentinel-pass %s
        sentinel monitor %s 127.0.0.1 %d %d
        sentinel auth-pass %s %s
        sentinel down-after-milliseconds %s %d
        sentinel failover-timeout %s 5000
        """
        .formatted(
            port,
            SENTINEL_PASSWORD,
            SENTINEL_PASSWORD,
            MASTER,
            servers.get(0).port(),
            QUORUM,
            MASTER,
            PASSWORD,
            MASTER,
            downAfter.toMillis(),
            MASTER);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Returns the addresses of the Sentinels, host:port, separated by commas. */
  public String nodes() {
    return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
  }

  /** Returns the server on this port. */
  public RedisProcess server(int port) {
    return servers.stream().filter(server -> server.port() == port).findFirst().orElseThrow();
  }

  /** Ends the Sentinel of this number, 0 to 2, as kill -9 does. */
  public void killSentinel(int number) {
    sentinels.get(number).kill();
  }

  /** Starts it again. */
  public void startSentinel(int number) {
    Object unused = sentinels.get(number).start();
  }

  /** Stops all six. */
  public void stop() {
    sentinels.forEach(ChildServer::stop);
    servers.forEach(RedisProcess::stop);
  }
}
