package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.app.AwaitDatabase;
import com.yuge.payment.app.e2e.TestStack.ServiceDatabase;
import com.yuge.payment.app.settings.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseComesUpE2eTest {
  private final ServiceDatabase database = TestStack.ONE.createDatabase("payment_comes_up");
  private final String url = argument("--spring.datasource.url=");
  private final URI address = URI.create(url.substring("jdbc:".length()));

  @Test
  void theStartGoesOnOnceTheDatabaseAnswers(CapturedOutput output) throws IOException {
    try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      begin(() -> refuseOneAndForwardAnother(door));
      String throughDoor = url.replace(":" + address.getPort(), ":" + door.getLocalPort());

      AwaitDatabase.await(environment("--spring.datasource.url=" + throughDoor));

      String name = "127.0.0.1:" + door.getLocalPort() + "/payment_comes_up";
      assertThat(output).containsOnlyOnce("Waiting for the database " + name);
    }
  }

  /** It may be made a moment later, so it is waited for, and named. */
  @Test
  void anUnknownUserIsToldByItsName() {
    StandardEnvironment stranger =
        environment("--spring.datasource.username=stranger", "--payment.start.wait=100ms");

    assertThatThrownBy(() -> AwaitDatabase.await(stranger))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("Access denied for user 'stranger'");
  }

  private StandardEnvironment environment(String... changes) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    sources.addFirst(
        new SimpleCommandLinePropertySource(database.arguments().toArray(String[]::new)));
    sources.addFirst(new SimpleCommandLinePropertySource("changes", changes));
    return environment;
  }

  private String argument(String key) {
    return database.arguments().stream()
        .filter(argument -> argument.startsWith(key))
        .map(argument -> argument.substring(key.length()))
        .findFirst()
        .orElseThrow();
  }

  private void refuseOneAndForwardAnother(ServerSocket door) throws IOException {
    door.accept().close();
    try (Socket client = door.accept();
        Socket server = new Socket(address.getHost(), address.getPort())) {
      begin(() -> server.getInputStream().transferTo(client.getOutputStream()));
      long unused = client.getInputStream().transferTo(server.getOutputStream());
    }
  }

  private interface Forwarding {
    void run() throws IOException;
  }

  private static void begin(Forwarding forwarding) {
    Thread thread =
        new Thread(
            () -> {
              try {
                forwarding.run();
              } catch (IOException closed) {
                assertThat(closed).hasMessageContaining("closed");
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
