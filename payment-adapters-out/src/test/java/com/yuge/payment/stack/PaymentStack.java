package com.yuge.payment.stack;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** All the servers that the service needs, started together; their state stays in the folder. */
public final class PaymentStack implements AutoCloseable {
  private final StackFolder folder;
  private final MariaDbServer mariaDb;
  private final RocketMqServers rocketMq;
  private final RedisProcess redis;

  private PaymentStack(
      StackFolder folder, MariaDbServer mariaDb, RocketMqServers rocketMq, RedisProcess redis) {
    this.folder = folder;
    this.mariaDb = mariaDb;
    this.rocketMq = rocketMq;
    this.redis = redis;
  }

  public static PaymentStack start(Path folder) {
    return start(folder, progress -> {});
  }

  /** Progress is told from several threads. */
  public static PaymentStack start(Path path, Consumer<String> progress) {
    StackFolder folder = StackFolder.open(path, progress);
    try {
      return startAll(folder);
    } catch (RuntimeException e) {
      closeAfter(e, folder);
      throw e;
    }
  }

  private static PaymentStack startAll(StackFolder folder) {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      var mariaDb = CompletableFuture.supplyAsync(() -> MariaDbServer.start(folder), threads);
      var rocketMq = CompletableFuture.supplyAsync(() -> RocketMqServers.start(folder), threads);
      var redis = CompletableFuture.supplyAsync(() -> RedisProcess.start(folder), threads);
      return new PaymentStack(folder, mariaDb.join(), rocketMq.join(), redis.join());
    } catch (CompletionException e) {
      throw new IllegalStateException("the stack did not start: " + reason(e), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static String reason(CompletionException e) {
    Throwable cause = e.getCause();
    return cause == null ? e.toString() : String.valueOf(cause.getMessage());
  }

  private static void closeAfter(RuntimeException failure, StackFolder folder) {
    try {
      folder.close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  public MariaDbServer mariaDb() {
    return mariaDb;
  }

  public RocketMqServers rocketMq() {
    return rocketMq;
  }

  public RedisProcess redis() {
    return redis;
  }

  /** See {@link StackFolder#endBy}. */
  public void endBy(Consumer<Runnable> registry) {
    folder.endBy(registry);
  }

  /** Ends every server, the latest first; what they stored stays in the folder. */
  @Override
  public void close() {
    folder.close();
  }
}
