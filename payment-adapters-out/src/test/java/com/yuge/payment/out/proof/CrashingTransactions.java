package com.yuge.payment.out.proof;

import com.yuge.payment.domain.shared.Transactions;
import java.util.function.Supplier;

/** Transactions in which the process can crash: before one, before its commit, or after it. */
final class CrashingTransactions implements Transactions {
  private final Transactions real;
  private int passed;
  private int crashAt = Integer.MAX_VALUE;

  CrashingTransactions(Transactions real) {
    this.real = real;
  }

  /** The process is dead; nothing after it runs. */
  static final class Crashed extends Error {
    private static final long serialVersionUID = 1L;

    Crashed(int point) {
      super("crashed at point " + point);
    }
  }

  /** Crashes once, at the point of this number from now, counted from 1. */
  void crashAt(int point) {
    passed = 0;
    crashAt = point;
  }

  /** Counts the points from now, and crashes at none. */
  void count() {
    crashAt(Integer.MAX_VALUE);
  }

  int passed() {
    return passed;
  }

  private void pass() {
    passed++;
    if (passed == crashAt) {
      throw new Crashed(passed);
    }
  }

  @Override
  public <T> T call(Supplier<T> work) {
    pass();
    T result = real.call(() -> crashing(work));
    pass();
    return result;
  }

  @Override
  public <T> T single(Supplier<T> statement) {
    pass();
    T result = real.single(statement);
    pass();
    return result;
  }

  private <T> T crashing(Supplier<T> work) {
    T result = work.get();
    pass();
    return result;
  }

  @Override
  public void afterCommit(Runnable work) {
    real.afterCommit(work);
  }
}
