package com.yuge.payment.app.torture;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/** An instance of the service, which is started again whenever it has ended, as a platform does. */
final class Instance implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");
  private static final int MOST_ATTEMPTS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** HTTP tells the time in whole seconds. */
  private static final Duration ACCURACY = Duration.ofMillis(2500);

  private final String name;
  private final int port;
  private final List<String> arguments;
  private final SteppedClock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private ServiceProcess process;
  private int lives;

  Instance(String name, int port, List<String> arguments, SteppedClock clock) {
    this.name = name;
    this.port = port;
    this.arguments = arguments;
    this.clock = clock;
    this.process = next();
  }

  private ServiceProcess next() {
    String life = "torture-%s-%d".formatted(name, lives++);
    return ServiceProcess.start(life, clock.environment(), OPTIONS, arguments);
  }

  /** Returns when it serves; a start that a fault ended is tried again, a slow one waited for. */
  void awaitReady() {
    for (int attempt = 1; ; attempt++) {
      try {
        PaymentApi unused = process.api();
        return;
      } catch (IllegalStateException ended) {
        requireMore(lives == 1 ? MOST_ATTEMPTS : attempt, ended); // The first meets no fault.
        System.out.println(name + " ended in its start: " + ended.getMessage());
        process = next();
      } catch (ConditionTimeoutException slow) {
        requireMore(attempt, slow);
      }
    }
  }

  private static void requireMore(int attempt, RuntimeException failure) {
    if (attempt == MOST_ATTEMPTS) {
      throw failure;
    }
  }

  boolean isAlive() {
    return process.process().isAlive();
  }

  @Override
  public String toString() {
    return "instance " + name;
  }

  int lives() {
    return lives;
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.kill();
  }

  void restart() {
    process = next();
    awaitReady();
  }

  void suspend() {
    Signals.send("STOP", process.process());
  }

  void resume() {
    Signals.send("CONT", process.process());
  }

  /** Fails when the process does not see the step, for then it would show nothing. */
  void stepClock(Duration offset) {
    clock.set(offset);
    if (offset.abs().compareTo(ACCURACY.multipliedBy(2)) > 0) {
      await(name + " sees its clock step by " + offset)
          .atMost(PATIENCE)
          .until(() -> offset().minus(offset).abs().compareTo(ACCURACY) < 0);
    }
  }

  /** By how much its clock differs from the machine's, as its answers tell. */
  private Duration offset() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port)))
            .timeout(PATIENCE)
            .build();
    String date =
        http.send(request, BodyHandlers.discarding()).headers().firstValue("Date").orElseThrow();
    Instant told = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    return Duration.between(Instant.now(), told);
  }

  /** Also one that was suspended. */
  @Override
  public void close() {
    process.kill();
  }
}
