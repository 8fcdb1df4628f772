package com.yuge.payment.app.proof;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.ServiceProcess;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A service that is killed and started again, and callers who come back until it answers. */
final class ServiceLives implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;
  private static final int MOST_TRIES = 1_000;

  private final List<String> arguments;
  private volatile CompletableFuture<PaymentApi> current = new CompletableFuture<>();
  private ServiceProcess process;
  private int lives;

  ServiceLives(List<String> arguments) {
    this.arguments = arguments;
    this.process = next();
  }

  private ServiceProcess next() {
    ServiceProcess started = ServiceProcess.start("life-" + lives++, arguments);
    boolean unused = current.complete(started.api());
    return started;
  }

  /** As {@code kill -9} does; returns when the next one is ready. */
  void killAndRestart() {
    killAndRestart(() -> {});
  }

  /** The same; something is done before the next one starts. */
  void killAndRestart(Runnable whileDead) {
    // Whoever loses its answer waits for the next life.
    current = new CompletableFuture<>();
    process.kill();
    whileDead.run();
    process = next();
  }

  int lives() {
    return lives;
  }

  PaymentApi api() throws Exception {
    return current.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Makes the call until it is answered, each time at the service that lives then. */
  <T> T insist(Function<PaymentApi, T> call) throws Exception {
    AssertionError lost = new AssertionError("never called");
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      CompletableFuture<PaymentApi> life = current;
      PaymentApi api = life.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      try {
        return call.apply(api);
      } catch (AssertionError noAnswer) {
        if (life == current) {
          throw noAnswer; // It lives, so this is a failure of its own.
        }
        lost = noAnswer;
      }
    }
    throw lost;
  }

  @Override
  public void close() {
    process.close();
  }
}
