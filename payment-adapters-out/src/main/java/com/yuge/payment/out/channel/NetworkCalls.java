package com.yuge.payment.out.channel;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Calls over the network never happen inside a transaction: it would hold locks meanwhile. */
final class NetworkCalls {
  private NetworkCalls() {}

  static void refuseInTransaction() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a channel is never called inside a transaction");
    }
  }
}
