package com.yuge.payment.app.torture;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.JavaProcess;
import java.time.Duration;
import java.util.List;

/** A {@link TortureConsumer}, which is started again whenever it has ended. */
final class ConsumerChild implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int MOST_STARTS = 20;

  private final List<String> arguments;
  private final StringBuilder saidBefore = new StringBuilder();
  private JavaProcess java;
  private int lives;

  ConsumerChild(List<String> arguments) {
    this.arguments = arguments;
    this.java = next();
  }

  private JavaProcess next() {
    List<String> what =
        List.of(
            "-Xmx128m",
            "-Dlogback.configurationFile=logback-warnings.xml",
            "-cp",
            JavaProcess.classPath(),
            TortureConsumer.class.getName());
    return JavaProcess.start("torture-consumer-" + lives++, what, arguments);
  }

  /** Returns when it consumes; a start that a fault ended is tried again. */
  void awaitReady() {
    for (int start = 0; start < MOST_STARTS; start++) {
      await("a consumer")
          .atMost(PATIENCE)
          .until(() -> java.said().contains(TortureConsumer.READY) || !java.process().isAlive());
      if (java.process().isAlive()) {
        return;
      }
      saidBefore.append(java.said());
      java = next();
    }
    throw new IllegalStateException("the consumer does not start:\n" + java.said());
  }

  /** As {@code kill -9} does. */
  void kill() {
    java.kill();
    saidBefore.append(java.said());
  }

  void restart() {
    java = next();
    awaitReady();
  }

  void suspend() {
    Signals.send("STOP", java.process().toHandle());
  }

  void resume() {
    Signals.send("CONT", java.process().toHandle());
  }

  /** Events that it gave up. */
  List<String> deadLetters() {
    return (saidBefore + java.said())
        .lines()
        .filter(line -> line.startsWith(TortureConsumer.DEAD_LETTER))
        .toList();
  }

  @Override
  public void close() {
    java.kill();
  }
}
