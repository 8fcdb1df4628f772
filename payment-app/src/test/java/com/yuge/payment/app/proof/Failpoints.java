package com.yuge.payment.app.proof;

import com.yuge.payment.domain.outbox.relay.PendingEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a process dies or waits, as told; it tells what it sends, which explains duplicates. */
final class Failpoints {
  /** Written where it dies. */
  static final String DIES = "dies ";

  /** Written before the ids of the events that it is about. */
  static final String WAITS = "waits with ";

  /** Written before the ids of the events in a call that begins. */
  static final String SENDS = "sends ";

  /** Written before the ids of the events in a call that failed: the broker may have them. */
  static final String DOUBTS = "doubts ";

  /** Written before the ids of the events whose sending is on record now. */
  static final String ACKED = "acked ";

  static final String FENCED = "was told that its lease is another's: ";

  private final Consumer<String> say;
  private final Map<Long, String> names = new ConcurrentHashMap<>();
  private @Nullable Boundary deadly;
  private @Nullable Boundary closed;
  private CountDownLatch gate = new CountDownLatch(0);

  Failpoints(Consumer<String> say) {
    this.say = say;
  }

  /** Whoever comes there next has the process die, as by kill -9. */
  synchronized void dieAt(Boundary boundary) {
    deadly = boundary;
  }

  /** Whoever comes there waits until {@link #go}. */
  synchronized void waitAt(Boundary boundary) {
    closed = boundary;
    gate = new CountDownLatch(1);
  }

  synchronized void go() {
    closed = null;
    gate.countDown();
  }

  void reach(Boundary boundary) {
    reach(boundary, List.of());
  }

  void reach(Boundary boundary, List<PendingEvent> batch) {
    CountDownLatch opened = pass(boundary);
    if (opened.getCount() > 0) {
      say.accept(WAITS + ids(batch));
      await(opened);
    }
  }

  private synchronized CountDownLatch pass(Boundary boundary) {
    if (boundary == deadly) {
      say.accept(DIES + boundary);
      Runtime.getRuntime().halt(9);
    }
    return boundary == closed ? gate : new CountDownLatch(0);
  }

  private static void await(CountDownLatch opened) {
    try {
      opened.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while it waited", e);
    }
  }

  void sends(List<PendingEvent> batch) {
    batch.forEach(event -> names.put(event.rowId(), event.eventId()));
    say.accept(SENDS + ids(batch));
  }

  void doubts(List<PendingEvent> batch) {
    say.accept(DOUBTS + ids(batch));
  }

  private static String ids(List<PendingEvent> batch) {
    return String.join(",", batch.stream().map(PendingEvent::eventId).toList());
  }

  void acked(List<Long> rowIds, boolean mine) {
    List<String> ids = rowIds.stream().map(row -> names.getOrDefault(row, "row " + row)).toList();
    say.accept((mine ? ACKED : FENCED) + String.join(",", ids));
  }
}
