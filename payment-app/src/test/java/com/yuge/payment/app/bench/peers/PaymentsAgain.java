package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.OpenOrders;
import com.yuge.payment.app.bench.Threads;
import java.util.HashSet;
import java.util.Set;

/**
 * After what is measured, some orders are paid twice more: only where an order has several events
 * can their order go wrong.
 */
record PaymentsAgain(Peer peer, int orders) {
  private static final int MOST = 100;
  private static final int THREADS = 8;
  private static final int TIMES = 2;

  static PaymentsAgain of(Peer peer, int paid) {
    return new PaymentsAgain(peer, Math.min(MOST, paid));
  }

  void pay() {
    Threads.run(
        THREADS,
        thread -> {
          for (int number = thread; number < orders; number += THREADS) {
            for (int time = 1; time <= TIMES; time++) {
              peer.payAgain(number, time);
            }
          }
        });
  }

  /** Those of the first payments as well. */
  Set<String> eventIds(int paid) {
    Set<String> ids = new HashSet<>(OpenOrders.eventIds(paid));
    for (int number = 0; number < orders; number++) {
      for (int time = 1; time <= TIMES; time++) {
        ids.add(OpenOrders.payNo(number).value() + "-" + (2 + time));
      }
    }
    return ids;
  }
}
