package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.fakes.LockWaits;
import com.yuge.payment.domain.simulation.kernel.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** {@link LockWaits} of simulated tasks, by simulated time. */
final class TaskLockWaits implements LockWaits {
  private final Scheduler scheduler;
  private final List<Runnable> waiting = new ArrayList<>();

  TaskLockWaits(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public boolean until(BooleanSupplier attempt) {
    long patience = scheduler.now() + PATIENCE.toNanos() / 1_000;
    while (!attempt.getAsBoolean()) {
      long left = patience - scheduler.now();
      if (left <= 0) {
        return false;
      }
      await(Duration.ofNanos(1_000 * left));
    }
    return true;
  }

  private void await(Duration atMost) {
    Runnable waker = scheduler.waker();
    waiting.add(waker);
    try {
      scheduler.sleep(atMost);
    } finally {
      waiting.remove(waker);
    }
  }

  @Override
  public void transactionEnded() {
    waiting.forEach(Runnable::run);
  }
}
