package com.yuge.payment.domain.simulation.kernel;

import org.jspecify.annotations.Nullable;

/** Looks at the world after each thing that happens, and ends it at the first that is wrong. */
final class Sentinel {
  /** Far more than any world takes: one that reaches it runs in circles. */
  static final int MOST_STEPS = 50_000;

  private final int mostSteps;
  private final Runnable ending;
  private Runnable check = () -> {};
  private int steps;
  private @Nullable Throwable failure;

  Sentinel(int mostSteps, Runnable ending) {
    this.mostSteps = mostSteps;
    this.ending = ending;
  }

  void checks(Runnable by) {
    check = by;
  }

  void check() {
    guard(check);
    if (++steps > mostSteps) {
      fail(new IllegalStateException("more than " + mostSteps + " steps"));
    }
  }

  void guard(Runnable work) {
    try {
      work.run();
    } catch (Throwable bug) {
      fail(bug);
    }
  }

  /** The first reason counts: what follows may come of it. */
  void fail(Throwable reason) {
    if (failure == null) {
      failure = reason;
      ending.run();
    }
  }

  int steps() {
    return steps;
  }

  @Nullable Throwable failure() {
    return failure;
  }
}
