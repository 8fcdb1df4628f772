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
  private final Timer nextOfBroker = new Timer(System.nanoTime());
  private final Timer nextOfRelay = new Timer(System.nanoTime());

  void tell(Delivery delivery, int failures) {
    troubled.set(delivery.partition());
    if (isTime(nextOfBroker)) {
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
    boolean before = !troubled.isEmpty();
    troubled.clear(partition);
    tellIfOver(before);
  }

  /** What is no longer held is another's trouble. */
  void keepOnly(BitSet partitions) {
    boolean before = !troubled.isEmpty();
    troubled.and(partitions);
    tellIfOver(before);
  }

  private void tellIfOver(boolean before) {
    if (before && troubled.isEmpty()) {
      log.info("Outbox trouble is over");
      nextOfBroker.dueIn(Duration.ZERO, System.nanoTime());
    }
  }

  /** Trouble with the database, or a bug, which no partition is to blame for. */
  void tellRelay(Throwable trouble, int failures) {
    if (isTime(nextOfRelay)) {
      log.warn(
          "Outbox relay pauses, failed {} times; events wait, nothing is lost", failures, trouble);
    }
  }

  private static boolean isTime(Timer next) {
    long now = System.nanoTime();
    boolean due = next.isDue(now);
    if (due) {
      next.dueIn(BETWEEN, now);
    }
    return due;
  }
}
