package com.yuge.payment.domain.fakes;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** {@link LockWaits} of threads, by the wall clock. */
final class ThreadLockWaits implements LockWaits {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();

  @Override
  public boolean until(BooleanSupplier attempt) {
    lock.lock();
    try {
      long left = PATIENCE.toNanos();
      while (!attempt.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = ended.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void transactionEnded() {
    lock.lock();
    try {
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
