package com.yuge.payment.domain.simulation.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Something that happens at a moment: a task goes on, or a timer goes off.
 *
 * @param at microseconds of the world's time
 * @param tie who is first among those of one moment
 * @param number makes the order total
 */
record Appointment(long at, long tie, long number, @Nullable Task task, @Nullable Runnable timer)
    implements Comparable<Appointment> {
  @Override
  public int compareTo(Appointment other) {
    int order = Long.compare(at, other.at);
    order = order != 0 ? order : Long.compare(tie, other.tie);
    return order != 0 ? order : Long.compare(number, other.number);
  }

  /** Whether the task has been given another appointment since, or has died before it began. */
  boolean isOff() {
    return task != null && (!task.isWaitingFor(number) || (task.isDead() && task.fiber == null));
  }

  void begin() {
    if (task != null) {
      task.goesOn();
    }
  }
}
