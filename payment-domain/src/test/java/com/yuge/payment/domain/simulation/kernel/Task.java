package com.yuge.payment.domain.simulation.kernel;

import org.jspecify.annotations.Nullable;

/** A piece of work with steps, on a thread of its own from its first pause on. */
final class Task {
  private static final long NONE = -1;

  private final String name;
  private final Host host;
  private final Runnable work;
  @Nullable Fiber fiber;

  /** The number of the appointment that it waits for. */
  private long appointment = NONE;

  Task(String name, Host host, Runnable work) {
    this.name = name;
    this.host = host;
    this.work = work;
  }

  String name() {
    return name;
  }

  Host host() {
    return host;
  }

  boolean isDead() {
    return !host.isAlive();
  }

  void waitsFor(long number) {
    appointment = number;
  }

  boolean isWaitingFor(long number) {
    return appointment == number;
  }

  boolean isWaiting() {
    return appointment != NONE;
  }

  void goesOn() {
    appointment = NONE;
  }

  void run() {
    work.run();
  }
}
