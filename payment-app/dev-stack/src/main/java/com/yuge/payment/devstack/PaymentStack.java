package com.yuge.payment.devstack;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All servers that the service needs, started together. Their state stays in the folder. */
public final class PaymentStack implements AutoCloseable {
  private static final double REAL_RETRIES = 1;

  /** For tests: a callback is sent again first after 15 ms and last after 86 s. */
  private static final double QUICK_RETRIES = 0.001;

  private final StackFolder folder;
  private final CompletableFuture<DatabaseServer> database;
  private final CompletableFuture<Integer> nameServer;
  private final CompletableFuture<RocketMqServers> rocketMq;
  private final CompletableFuture<RedisProcess> redis;
  private final CompletableFuture<MockChannelServer> mockChannel;

  private PaymentStack(StackFolder folder, String secret, double retryFactor) {
    this(folder, secret, retryFactor, List.of());
  }

  private PaymentStack(
      StackFolder folder, String secret, double retryFactor, List<String> databaseOptions) {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    this.folder = folder;
    this.database = begun(threads, () -> DatabaseServer.start(folder, databaseOptions));
    this.nameServer = begun(threads, () -> RocketMqServers.startNameServer(folder));
    this.rocketMq = nameServer.thenApply(port -> RocketMqServers.startBroker(folder, port));
    this.redis = begun(threads, () -> RedisProcess.start(folder));
    this.mockChannel = begun(threads, () -> MockChannelServer.start(folder, secret, retryFactor));
    threads.shutdown();
  }

  private static <T> CompletableFuture<T> begun(ExecutorService threads, Supplier<T> start) {
    return CompletableFuture.supplyAsync(start, threads);
  }

  /** For tests: the MOCK channel signs as in development and repeats callbacks quickly. */
  public static PaymentStack start(Path folder) {
    return start(folder, progress -> {});
  }

  /** Starts a stack for tests. Several threads report progress. */
  public static PaymentStack start(Path folder, Consumer<String> progress) {
    PaymentStack stack =
        new PaymentStack(
            StackFolder.open(folder, progress), MockChannelServer.SECRET, QUICK_RETRIES);
    try {
      stack.awaitReady();
      return stack;
    } catch (RuntimeException e) {
      closeAfter(e, stack);
      throw e;
    }
  }

  /**
   * Starts a stack and returns at once. Each server's method waits until that server is ready. The
   * MOCK channel signs with the secret.
   */
  public static PaymentStack begin(Path folder, String secret, Consumer<String> progress) {
    return new PaymentStack(StackFolder.open(folder, progress), secret, REAL_RETRIES);
  }

  /** Starts a stack with empty stores. The unpacked binaries are reused. */
  public static PaymentStack beginFresh(Path folder, String secret, Consumer<String> progress) {
    return beginFresh(folder, secret, progress, List.of());
  }

  /** Starts a stack with empty stores and further database options, such as {@code --log-bin}. */
  public static PaymentStack beginFresh(
      Path folder, String secret, Consumer<String> progress, List<String> databaseOptions) {
    StackFolder opened = StackFolder.open(folder, progress);
    MariaDbInstallation.drop(opened);
    RocketMqServers.drop(opened);
    MockChannelServer.drop(opened);
    return new PaymentStack(opened, secret, REAL_RETRIES, databaseOptions);
  }

  /** Waits for all servers. Throws when one did not start. */
  public void awaitReady() {
    CompletableFuture<?> all = CompletableFuture.allOf(database, rocketMq, redis, mockChannel);
    Object unused = ready(all);
  }

  private static <T> T ready(CompletableFuture<T> server) {
    try {
      return server.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the stack did not start: " + reason(e), e);
    }
  }

  private static String reason(CompletionException e) {
    Throwable cause = e.getCause();
    return cause == null ? e.toString() : String.valueOf(cause.getMessage());
  }

  private static void closeAfter(RuntimeException failure, PaymentStack stack) {
    try {
      stack.close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** Waits until the database is ready. */
  public DatabaseServer database() {
    return ready(database);
  }

  /** Returns the name server's address, which is known before the broker is ready. */
  public String nameServerAddress() {
    return RocketMqServers.loopback(ready(nameServer));
  }

  /** Waits until the broker is ready and has the topic. */
  public RocketMqServers rocketMq() {
    return ready(rocketMq);
  }

  /** Waits until Redis is ready. */
  public RedisProcess redis() {
    return ready(redis);
  }

  /** Waits until the MOCK channel is ready. */
  public MockChannelServer mockChannel() {
    return ready(mockChannel);
  }

  /** See {@link StackFolder#endBy}. */
  public void endBy(Consumer<Runnable> registry) {
    folder.endBy(registry);
  }

  /** Stops every server, the latest first. Their data stays in the folder. */
  @Override
  public void close() {
    folder.close();
  }
}
