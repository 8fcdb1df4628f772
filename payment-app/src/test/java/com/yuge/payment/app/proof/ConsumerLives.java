package com.yuge.payment.app.proof;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.JavaProcess;
import com.yuge.payment.app.proof.ConsumerProcess.Moment;
import com.yuge.payment.consumer.Outcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** A {@link ConsumerProcess} that is killed and started again. */
final class ConsumerLives implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<String> arguments;
  private final StringBuilder saidBefore = new StringBuilder();
  private JavaProcess java;
  private int lives;

  ConsumerLives(List<String> arguments) {
    this.arguments = arguments;
    this.java = next();
  }

  private JavaProcess next() {
    List<String> what =
        List.of(
            "-Xmx192m",
            "-Dlogback.configurationFile=logback-warnings.xml",
            "-cp",
            JavaProcess.classPath(),
            ConsumerProcess.class.getName());
    JavaProcess started = JavaProcess.start("consumer-life-" + lives++, what, arguments);
    await("a consumer")
        .atMost(PATIENCE)
        .until(
            () -> started.said().contains(ConsumerProcess.READY) || !started.process().isAlive());
    if (!started.process().isAlive()) {
      throw new IllegalStateException("it ended:\n" + started.said());
    }
    return started;
  }

  /** As {@code kill -9} does; returns when the next one has started. */
  void killAndRestart(Moment moment) {
    if (moment != Moment.ANY) {
      send(moment);
      await(moment + " comes")
          .atMost(PATIENCE)
          .until(() -> java.said().contains(ConsumerProcess.HELD));
    }
    java.kill();
    saidBefore.append(java.said());
    java = next();
  }

  private void send(Moment moment) {
    BufferedWriter input = java.process().outputWriter();
    try {
      input.write(moment.name() + "\n");
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("it does not listen", e);
    }
  }

  /** How often all lives told of this outcome; a killed one may have owed one for each thread. */
  long count(Outcome outcome) {
    return (saidBefore + java.said()).lines().filter(outcome.name()::equals).count();
  }

  String said() {
    return saidBefore + java.said();
  }

  @Override
  public void close() {
    java.kill();
  }
}
