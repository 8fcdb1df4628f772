package com.yuge.payment.dev;

import com.yuge.payment.app.settings.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Looks for the service's port before servers are started for it. */
final class PortGuard {
  private PortGuard() {}

  /** Throws {@link StartupException} that says who has the port, where that can be known. */
  static void check(Environment environment) {
    check(environment, "server", 8083);
    check(environment, "management.server", 9083);
  }

  private static void check(Environment environment, String server, int usual) {
    int port = environment.getProperty(server + ".port", Integer.class, usual);
    if (port <= 0 || isFree(address(environment, server, port))) {
      return;
    }
    Optional<ProcessHandle> holder = PortHolder.of(port);
    throw new StartupException(
        "Port %d is taken by %s. Nothing was started."
            .formatted(port, holder.map(PortGuard::describe).orElse("another process")),
        "Stop that process (%s), or take another port: -Dspring-boot.run.arguments=--%s.port=%d"
            .formatted(
                holder
                    .map(process -> "kill " + process.pid())
                    .orElse("its owner finds it by: lsof -i :" + port),
                server,
                port + 1));
  }

  private static InetSocketAddress address(Environment environment, String server, int port) {
    try {
      return new InetSocketAddress(
          InetAddress.getByName(environment.getProperty(server + ".address")), port);
    } catch (UnknownHostException e) {
      throw new StartupException(server + ".address is unknown: " + e.getMessage(), "Correct it.");
    }
  }

  private static boolean isFree(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static String describe(ProcessHandle process) {
    String command = PortHolder.command(process);
    int most = 200;
    String shown = command.length() <= most ? command : ends(command, most / 2);
    return "pid " + process.pid() + ": " + shown;
  }

  // A class path in the middle tells little; the main class is at the end.
  private static String ends(String command, int length) {
    return command.substring(0, length) + " ... " + command.substring(command.length() - length);
  }
}
