package com.yuge.payment.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A Redis that keeps nothing on disk; embedded-redis has the binaries. */
public final class RedisProcess {
  private final int port;
  private final ChildServer server;

  private RedisProcess(int port, ChildServer server) {
    this.port = port;
    this.server = server;
  }

  /** Starts it empty, on a free port. */
  public static RedisProcess start(StackFolder folder) {
    return Timed.start(folder, "Redis", () -> startIn(folder), redis -> redis.port);
  }

  private static RedisProcess startIn(StackFolder folder) {
    Path home = folder.directory("redis");
    String executable = unpack(home);
    return FreePorts.start(
        port -> {
          List<String> command =
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
                  "allkeys-lru");
          String mark = "eady to accept connections";
          return new RedisProcess(port, new ChildServer(folder, "redis", command, mark).start());
        });
  }

  private static String unpack(Path home) {
    try {
      return ExecutableProvider.newJarResourceProvider(home.toFile()).get().getPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack Redis to " + home, e);
    }
  }

  /** Where it serves, on loopback. */
  public URI uri() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** Ends it; what it held is lost. */
  public void stop() {
    server.stop();
  }

  /** Makes it hang: connections are still accepted, nothing is answered. */
  public void suspend() {
    server.signal("STOP");
  }

  /** Ends the hang; what was sent meanwhile is then done. */
  public void resume() {
    server.signal("CONT");
  }

  /** Starts it again on the same port, empty. */
  public void start() {
    server.start();
  }
}
