package com.yuge.payment.out.jdbc;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is said of a change only once it lasts. */
final class AfterCommit {
  private AfterCommit() {}

  /** Runs it after the open transaction's commit, on the same thread; never after a rollback. */
  static void run(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
