package com.yuge.payment.app.cells;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.devstack.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** nginx with the shipped files; only its ports, cells and slots are this run's own. */
final class Router implements AutoCloseable {
  private static final Path SHIPPED = Path.of("src/deploy/cells");
  private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_http_js_module.so");
  private static final Duration SOON = Duration.ofMinutes(3);

  private final Path folder;
  private final int port = FreePorts.choose();
  private final Process nginx;

  /**
   * Starts it.
   *
   * @param cells the port of each cell's one instance, by the cell's name
   * @param slots the lines of slots.conf
   */
  Router(Path folder, Map<String, Integer> cells, List<String> slots) {
    requireNginx();
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      for (String file : List.of("nginx.conf", "router.js")) {
        Files.writeString(folder.resolve(file), Files.readString(SHIPPED.resolve(file)));
      }
      write("listen.conf", List.of("listen 127.0.0.1:" + port + ";"));
      writeCells(cells);
      write("slots.conf", slots);
      this.nginx = nginx("-g", "daemon off;");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(nginx::destroy));
    await("nginx").atMost(SOON).until(() -> nginx.isAlive() && !workers().isEmpty());
  }

  private static void requireNginx() {
    if (!Files.exists(MODULE)) {
      throw new IllegalStateException(
          "this proof needs Debian's nginx with njs: apt-get install nginx-light"
              + " libnginx-mod-http-js");
    }
  }

  private Process nginx(String... more) throws IOException {
    String here = folder.toAbsolutePath().toString();
    List<String> command = new ArrayList<>(List.of("/usr/sbin/nginx", "-p", here));
    command.addAll(List.of("-c", here + "/nginx.conf"));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("nginx.log").toFile()))
        .start();
  }

  int port() {
    return port;
  }

  void cells(Map<String, Integer> cells) {
    reload(() -> writeCells(cells));
  }

  void slots(List<String> slots) {
    reload(() -> write("slots.conf", slots));
  }

  private void writeCells(Map<String, Integer> cells) {
    List<String> lines = new ArrayList<>();
    lines.add("js_var $cells \"%s\";".formatted(String.join(" ", cells.keySet())));
    cells.forEach(
        (name, at) ->
            lines.add("upstream %s { server 127.0.0.1:%d; keepalive 32; }".formatted(name, at)));
    write("cells.conf", lines);
  }

  private void write(String file, List<String> lines) {
    try {
      Files.write(folder.resolve(file), lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Returns once all requests that came before are answered: the former workers are gone. */
  private void reload(Runnable change) {
    change.run();
    Set<Long> former = workers();
    try {
      Process signal = nginx("-s", "reload");
      await().atMost(SOON).until(() -> !signal.isAlive());
      if (signal.exitValue() != 0) {
        throw new IllegalStateException("nginx refused the change, see " + folder + "/nginx.log");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot reload nginx", e);
    }
    await("former workers")
        .atMost(SOON)
        .until(() -> workers().stream().noneMatch(former::contains));
  }

  private Set<Long> workers() {
    return nginx.children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    nginx.destroy();
    await("nginx's end").atMost(SOON).until(() -> !nginx.isAlive());
  }
}
