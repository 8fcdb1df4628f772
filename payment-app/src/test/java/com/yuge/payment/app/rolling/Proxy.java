package com.yuge.payment.app.rolling;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.devstack.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A proxy of Debian's before both instances, on a free port of loopback. */
record Proxy(Process process, int port) implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Path SBIN = Path.of("/usr/sbin");
  private static final Path FOLDER = Path.of("target", "rolling").toAbsolutePath();

  /**
   * nginx with its defaults, and told that every request may be repeated. An instance that refused
   * a connection is left alone for 10 s.
   */
  static Proxy nginx(Instances instances) {
    int port = FreePorts.choose();
    String configuration =
        """
        daemon off;
        pid nginx.pid;
        events {}
        http {
          access_log off;
          upstream payment {
            server 127.0.0.1:%d;
            server 127.0.0.1:%d;
          }
          server {
            listen 127.0.0.1:%d;
            location / {
              proxy_pass http://payment;
              proxy_next_upstream error timeout non_idempotent;
            }
          }
        }
        """
            .formatted(instances.ports().get(0), instances.ports().get(1), port);
    Path file = write("nginx.conf", configuration);
    return start("nginx", port, "-e", "stderr", "-p", FOLDER.toString(), "-c", file.toString());
  }

  /** HAProxy with its defaults, which asks for readiness each 2 s; three failures count. */
  static Proxy haproxy(Instances instances) {
    int port = FreePorts.choose();
    String configuration =
        """
        defaults
          mode http
          timeout connect 1s
          timeout client 30s
          timeout server 30s
        listen payment
          bind 127.0.0.1:%d
          option httpchk GET /actuator/health/readiness
          server first 127.0.0.1:%d check port %d
          server second 127.0.0.1:%d check port %d
        """
            .formatted(
                port,
                instances.ports().get(0),
                instances.operatorsPorts().get(0),
                instances.ports().get(1),
                instances.operatorsPorts().get(1));
    return start("haproxy", port, "-db", "-f", write("haproxy.cfg", configuration).toString());
  }

  private static Path write(String name, String configuration) {
    try {
      return Files.writeString(Files.createDirectories(FOLDER).resolve(name), configuration);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + name, e);
    }
  }

  private static Proxy start(String name, int port, String... arguments) {
    Path program = SBIN.resolve(name);
    if (!Files.isExecutable(program)) {
      throw new IllegalStateException(program + " is missing; install Debian's package " + name);
    }
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    builder.command().addAll(List.of(arguments));
    builder.redirectErrorStream(true).redirectOutput(Path.of("target", name + ".log").toFile());
    try {
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      await(name + " listens").atMost(SOON).until(() -> listens(port));
      return new Proxy(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + program, e);
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("the proxy does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
