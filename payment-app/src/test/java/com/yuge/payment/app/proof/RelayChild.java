package com.yuge.payment.app.proof;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.JavaProcess;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A {@link RelayProcess}, seen by who started it: told what to do, killed, stopped and woken. */
final class RelayChild implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final JavaProcess java;
  private final BufferedWriter input;

  private RelayChild(JavaProcess java) {
    this.java = java;
    this.input = java.process().outputWriter();
  }

  /** Its database has its tables already. */
  static RelayChild start(String name, ProofEnvironment environment) {
    List<String> what =
        List.of("-Xmx256m", "-cp", JavaProcess.classPath(), RelayProcess.class.getName());
    List<String> arguments = List.of(environment.arguments("--spring.flyway.enabled=false"));
    return new RelayChild(JavaProcess.start("relay-" + name, what, arguments));
  }

  RelayChild awaitReady() {
    awaitSaid(RelayProcess.READY);
    return this;
  }

  long pid() {
    return java.process().pid();
  }

  void diesAt(Boundary boundary) {
    obey(RelayCommand.DIE_AT.line(boundary));
  }

  void holdsAt(Boundary boundary) {
    obey(RelayCommand.HOLD_AT.line(boundary));
  }

  /** What is held goes on. */
  void goesOn() {
    obey(RelayCommand.GO_ON.line());
  }

  /** The same for a process that is frozen: it goes on as soon as it is awake. */
  void goesOnOnceAwake() {
    send(RelayCommand.GO_ON.line());
  }

  /** Begins to pay for an order; the process may die before the payment is complete. */
  void beginsToPay() {
    send(RelayCommand.PAY.line());
  }

  private void obey(String line) {
    send(line);
    awaitSaid(RelayCommand.done(line));
  }

  private void send(String line) {
    try {
      input.write(line + "\n");
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("it does not listen", e);
    }
  }

  private void awaitSaid(String words) {
    await(words).atMost(START).until(() -> said().contains(words) || hasEnded(words));
  }

  private boolean hasEnded(String words) {
    if (!java.process().isAlive() && !said().contains(words)) {
      throw new IllegalStateException("it ended without '" + words + "'; see " + java.log());
    }
    return false;
  }

  private String said() {
    return java.said();
  }

  /** How many batches it held at a boundary so far. */
  long batchesHeld() {
    return timesSaid(Failpoints.WAITS);
  }

  /** The events of these batches. */
  List<String> eventsHeld() {
    return idsAfter(Failpoints.WAITS);
  }

  /** How many acks were refused, because another instance owned the partition by then. */
  long acksRefused() {
    return timesSaid(Failpoints.FENCED);
  }

  boolean diedAtItsBoundary() {
    return timesSaid(Failpoints.DIES) == 1;
  }

  private long timesSaid(String words) {
    return said().lines().filter(line -> line.startsWith(words)).count();
  }

  /** The event ids that it wrote after these words, in all lines that begin so. */
  private List<String> idsAfter(String words) {
    return said()
        .lines()
        .filter(line -> line.startsWith(words))
        .flatMap(line -> Stream.of(line.substring(words.length()).split(",")))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /** What it began to send and, as far as it knew, did not ack, or sent in vain. */
  Set<String> inDoubt() {
    Set<String> ids = new LinkedHashSet<>(idsAfter(Failpoints.SENDS));
    idsAfter(Failpoints.ACKED).forEach(ids::remove);
    ids.addAll(idsAfter(Failpoints.DOUBTS));
    return ids;
  }

  void awaitEnd() {
    java.awaitEnd();
  }

  /** As {@code kill -9} does. */
  void kill() {
    java.kill();
  }

  /** It does nothing more until it is woken, as on a machine that stalls. */
  void freeze() {
    java.signal("STOP");
  }

  void wake() {
    java.signal("CONT");
  }

  /** Asks it to stop, as a deployment does. */
  void askToStop() {
    java.signal("TERM");
  }

  /** Whatever state it is in. */
  @Override
  public void close() {
    kill();
  }
}
