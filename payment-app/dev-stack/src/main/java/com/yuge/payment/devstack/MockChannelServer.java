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

/** The MOCK channel as a separate process, so that it outlives the service and can be killed. */
public final class MockChannelServer {
  /** The development run's secret for signatures. It is publicly known. */
  public static final String SECRET = "ymall-payment-secret-key-2024";

  private static final String FOLDER = "mock-channel";

  /** Short, because the channel writes every change to disk at once. */
  private static final Duration STOP = Duration.ofSeconds(1);

  private final int port;
  private final ChildServer server;

  private MockChannelServer(int port, ChildServer server) {
    this.port = port;
    this.server = server;
  }

  /**
   * Starts on the port of the last run, because pay orders contain it, or on a free one.
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

  /** Returns the channel's address on loopback. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Returns the channel's port on loopback. */
  public int port() {
    return port;
  }

  /** Returns a client that acts for payers and tests. */
  public MockChannelClient client() {
    return new MockChannelClient(url());
  }

  /** Stops the channel. Its data stays in the folder. */
  public void stop() {
    server.stop();
  }

  /** Kills the channel at once, as kill -9 does. */
  public void kill() {
    server.kill();
  }

  /** Makes the channel hang: it still accepts connections, but does not respond. */
  public void suspend() {
    server.signal("STOP");
  }

  /** Ends the hang. The channel then handles the requests that it received meanwhile. */
  public void resume() {
    server.signal("CONT");
  }

  /** Starts the channel again with the same data and port. */
  public void start() {
    ChildServer unused = server.start();
  }
}
