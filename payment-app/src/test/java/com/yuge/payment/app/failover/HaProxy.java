package com.yuge.payment.app.failover;

import com.yuge.payment.devstack.FreePorts;
import com.yuge.payment.devstack.MariaDbReplica;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** HAProxy with the shipped configuration; only the addresses differ. */
record HaProxy(Process process, int port) implements AutoCloseable {
  static HaProxy start(List<MariaDbReplica> servers) {
    Path program = DebianProgram.HAPROXY.require();
    int port = FreePorts.choose();
    try {
      String shipped = Files.readString(FailoverScripts.FOLDER.resolve("haproxy.cfg"));
      String local = replaced(shipped, "bind :3306", "bind 127.0.0.1:" + port);
      for (int i = 0; i < servers.size(); i++) {
        local = replaced(local, "db%d:3306".formatted(i + 1), servers.get(i).address());
      }
      Path file = Files.writeString(Path.of("target", "failover-haproxy.cfg"), local);
      Process process =
          new ProcessBuilder(program.toString(), "-db", "-f", file.toString())
              .redirectErrorStream(true)
              .redirectOutput(Path.of("target", "failover-haproxy.log").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new HaProxy(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start HAProxy", e);
    }
  }

  private static String replaced(String text, String what, String by) {
    if (!text.contains(what)) {
      throw new IllegalStateException("haproxy.cfg has no '" + what + "'");
    }
    return text.replace(what, by);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
