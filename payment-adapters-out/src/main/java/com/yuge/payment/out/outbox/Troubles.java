package com.yuge.payment.out.outbox;

import java.time.Duration;
import java.util.BitSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that there is trouble when it begins, once a minute while it lasts, and when it is over. */
final class Troubles {
  private static final Logger log = LoggerFactory.getLogger(Troubles.class);
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final BitSet troubled = new BitSet();
  private final Timer next = new Timer(System.nanoTime());

  void tell(Delivery delivery, int failures) {
    troubled.set(delivery.partition());
    if (isTime()) {
      log.warn(
          "Outbox trouble: partition {} failed {} times, {} partitions are waiting; nothing is"
              + " lost, it goes on by itself: {}",
          delivery.partition(),
          failures,
          troubled.cardinality(),
          delivery.reason());
    }
  }

  void over(int partition) {
    if (troubled.get(partition)) {
      troubled.clear(partition);
      if (troubled.isEmpty()) {
        log.info("Outbox trouble is over");
        next.dueIn(Duration.ZERO, System.nanoTime());
      }
    }
  }

  void tellStore(RuntimeException trouble, int failures) {
    if (isTime()) {
      log.warn("Outbox cannot use the database, failed {} times", failures, trouble);
    }
  }

  private boolean isTime() {
    long now = System.nanoTime();
    boolean due = next.isDue(now);
    if (due) {
      next.dueIn(BETWEEN, now);
    }
    return due;
  }
}
