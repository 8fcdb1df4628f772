package com.yuge.payment.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.yuge.payment.app.settings.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class PortGuardTest {
  @Test
  void aTakenPortIsRefusedWithItsHolderAndAWayOut() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StartupException refused =
          catchThrowableOfType(
              StartupException.class, () -> PortGuard.check(environment(taken.getLocalPort())));

      assertThat(refused).hasMessageStartingWith("Port %d is taken by", taken.getLocalPort());
      assertThat(refused.action())
          .contains("-Dspring-boot.run.arguments=--server.port=" + (taken.getLocalPort() + 1));
      assumeThat(Files.exists(Path.of("/proc/net/tcp"))).isTrue();
      assertThat(refused).hasMessageContaining("pid " + ProcessHandle.current().pid() + ": ");
    }
  }

  @Test
  void aFreePortPassesAndSoDoesAnyPort() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    PortGuard.check(environment(free));
    PortGuard.check(environment(0));
  }

  private static MockEnvironment environment(int port) {
    return new MockEnvironment()
        .withProperty("server.port", Integer.toString(port))
        .withProperty("server.address", "127.0.0.1")
        .withProperty("management.server.port", "0");
  }
}
