package com.yuge.payment.domain.simulation.kernel;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that runs while it has the baton; of all fibers of a world one has it. */
final class Fiber extends Thread {
  private volatile boolean baton;
  private @Nullable Scheduler scheduler;
  private @Nullable Task first;

  Fiber() {
    super("fiber");
    setDaemon(true);
  }

  /** Ready to begin with that task, or with what is due where there is none. */
  Fiber readied(Scheduler world, @Nullable Task task) {
    scheduler = world;
    first = task;
    return this;
  }

  static void pass(Fiber fiber) {
    fiber.baton = true;
    LockSupport.unpark(fiber);
  }

  void awaitBaton() {
    while (!baton) {
      LockSupport.park(this);
    }
    baton = false;
  }

  @Override
  public void run() {
    for (awaitBaton(); scheduler != null; awaitBaton()) {
      scheduler.drive(this, first);
    }
  }

  /** Ends the thread; only while it is idle. */
  void end() {
    scheduler = null;
    pass(this);
  }
}
