package com.yuge.payment.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A Redis that stores nothing on disk. The binaries come from embedded-redis. */
public final class RedisProcess {
  private final int port;
  private final ChildServer server;

  private RedisProcess(int port, ChildServer server) {
    this.port = port;
    this.server = server;
  }

  /** Starts an empty Redis on a free port. */
  public static RedisProcess start(StackFolder folder) {
    return Timed.start(
        folder, "Redis", () -> start(folder, "redis", List.of()), redis -> redis.port);
  }

  /** Starts one of several servers, with more settings of Redis. */
  static RedisProcess start(StackFolder folder, String name, List<String> more) {
    Path home = folder.directory(name);
    String executable = unpack(home);
    return FreePorts.start(
        port -> {
          List<String> command =
              new ArrayList<>(
                  List.of(
                      executable,
                      "--port",
                      Integer.toString(port),
                      "--bind",
                      "127.0.0.1",
                      "--dir",
                      home.toString(),
                      "--save",
                      "",
                      "--appendonly",
                      "no",
                      "--maxmemory",
                      "64mb",
                      "--maxmemory-policy",
                      "allkeys-lru"));
          command.addAll(more);
          String mark = "eady to accept connections";
          return new RedisProcess(port, new ChildServer(folder, name, command, mark).start());
        });
  }

  /** Puts the executable, which is server and Sentinel, into the folder. */
  static String unpack(Path home) {
    try {
      return ExecutableProvider.newJarResourceProvider(home.toFile()).get().getPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack Redis to " + home, e);
    }
  }

  /** Returns the address on loopback. */
  public URI uri() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** Stops Redis. All data is lost. */
  public void stop() {
    server.stop();
  }

  /** Ends Redis at once, as kill -9 does. */
  public void kill() {
    server.kill();
  }

  int port() {
    return port;
  }

  /** Makes Redis hang: it still accepts connections, but does not respond. */
  public void suspend() {
    server.signal("STOP");
  }

  /** Ends the hang. Redis then handles the requests that it received meanwhile. */
  public void resume() {
    server.signal("CONT");
  }

  /** Starts Redis again, empty and on the same port. */
  public void start() {
    server.start();
  }
}
