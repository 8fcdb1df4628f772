package com.yuge.payment.app;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a test or a benchmark does right after a transaction's commit, on the same thread. */
public final class AfterCommit {
  private AfterCommit() {}

  /** What is registered first runs first. */
  public static void run(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
