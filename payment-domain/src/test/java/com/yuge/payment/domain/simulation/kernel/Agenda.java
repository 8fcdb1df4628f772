package com.yuge.payment.domain.simulation.kernel;

import java.time.Duration;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is to happen, and what time it is: time goes on only by what happens next. */
final class Agenda {
  private final PriorityQueue<Appointment> appointments = new PriorityQueue<>();
  private final Chance chance;
  private long now;
  private long count;
  private boolean closed;

  Agenda(Chance chance) {
    this.chance = chance;
  }

  long now() {
    return now;
  }

  void add(Duration delay, Runnable timer) {
    if (!closed) {
      appointments.add(new Appointment(in(delay), chance.any(), count++, null, timer));
    }
  }

  void add(Duration delay, Task task) {
    if (!closed) {
      appoint(task, in(delay), chance.any());
    }
  }

  /** Before all else. */
  void addFirst(Task task) {
    appoint(task, now, Long.MIN_VALUE);
  }

  private void appoint(Task task, long at, long tie) {
    task.waitsFor(count);
    appointments.add(new Appointment(at, tie, count++, task, null));
  }

  boolean isOver(long end) {
    Appointment first = appointments.peek();
    return first != null && first.at() > end;
  }

  /** Nothing that is to come will; only who was begun comes to its end. */
  void close() {
    closed = true;
    appointments.clear();
  }

  /** What happens next, with the clock at its moment; null when nothing is left. */
  @Nullable Appointment next() {
    Appointment due = appointments.poll();
    while (due != null && due.isOff()) {
      due = appointments.poll();
    }
    if (due != null) {
      now = due.at();
      due.begin();
    }
    return due;
  }

  private long in(Duration delay) {
    return now + delay.toNanos() / 1_000;
  }
}
