package com.yuge.payment.out.channel;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Forbids network calls inside a transaction, because its locks would be held meanwhile. */
final class NetworkCalls {
  private NetworkCalls() {}

  static void refuseInTransaction() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a channel is never called inside a transaction");
    }
  }
}
