package com.yuge.payment.devstack;

import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.channelfakes.mock.MockChannelMain;
import com.yuge.payment.channelfakes.mock.MockChannelSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/** The MOCK channel as a process of its own, so that it survives the service, and can be killed. */
public final class MockChannelServer {
  /** What the development run signs with, as everybody knows. */
  static final String SECRET = "ymall-payment-secret-key-2024";

  private static final String FOLDER = "mock-channel";

  /** Its books are on disk with every change. */
  private static final Duration STOP = Duration.ofSeconds(1);

  private final int port;
  private final ChildServer server;

  private MockChannelServer(int port, ChildServer server) {
    this.port = port;
    this.server = server;
  }

  /**
   * Starts on the port of the last time, which pay orders know, or on a free one.
   *
   * @param retryFactor see {@link MockChannelSettings}
   */
  public static MockChannelServer start(StackFolder folder, String secret, double retryFactor) {
    return Timed.start(
        folder,
        "MOCK channel",
        () -> startIn(folder, secret, retryFactor),
        channel -> channel.port);
  }

  private static MockChannelServer startIn(StackFolder folder, String secret, double retryFactor) {
    IntFunction<MockChannelServer> start = port -> startOn(port, folder, secret, retryFactor);
    Path file = settings(folder);
    return Files.exists(file)
        ? FreePorts.startRatherOn(read(file).port(), start)
        : FreePorts.start(start);
  }

  private static Path settings(StackFolder folder) {
    return folder.directory(FOLDER).resolve("mock-channel.properties");
  }

  private static MockChannelServer startOn(
      int port, StackFolder folder, String secret, double retryFactor) {
    Path home = folder.directory(FOLDER);
    Path file = settings(folder);
    write(new MockChannelSettings(port, home.resolve("journal"), secret, retryFactor), file);
    List<String> command =
        ChildJvm.command(home, MockChannelMain.class, "256m", List.of("-Xms16m"), file);
    ChildServer server = new ChildServer(folder, FOLDER, command, MockChannelMain.READY_MARK);
    return new MockChannelServer(port, server.stoppingIn(STOP).start());
  }

  private static void write(MockChannelSettings settings, Path file) {
    try {
      settings.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static MockChannelSettings read(Path file) {
    try {
      return MockChannelSettings.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static void drop(StackFolder folder) {
    folder.delete(FOLDER);
  }

  /** Where it serves, on loopback. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What a payer and a test can do. */
  public MockChannelClient client() {
    return new MockChannelClient(url());
  }

  /** Ends it; its books stay in the folder. */
  public void stop() {
    server.stop();
  }

  /** Ends it at once, as kill -9 does. */
  public void kill() {
    server.kill();
  }

  /** Makes it hang: connections are still accepted, nothing is answered. */
  public void suspend() {
    server.signal("STOP");
  }

  /** Ends the hang; what was sent meanwhile is then done. */
  public void resume() {
    server.signal("CONT");
  }

  /** Starts it again on its books and port. */
  public void start() {
    ChildServer unused = server.start();
  }
}
