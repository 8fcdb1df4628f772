package com.yuge.payment.domain.simulation.kernel;

import org.jspecify.annotations.Nullable;

/** A piece of work with steps, on a thread of its own from its first pause on. */
final class Task {
  private final String name;
  private final Host host;
  private final Runnable work;
  @Nullable Fiber fiber;
  @Nullable Appointment next;

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

  void run() {
    work.run();
  }
}
