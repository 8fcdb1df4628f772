package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.relay.Delivery;
import com.yuge.payment.domain.relay.Delivery.Result;
import com.yuge.payment.domain.relay.PendingEvent;
import com.yuge.payment.domain.relay.RelayListener;
import java.time.Duration;
import java.util.BitSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that there is trouble when it begins, once a minute while it lasts, and when it is over. */
final class LogRelay implements RelayListener {
  private static final Logger log = LoggerFactory.getLogger(LogRelay.class);
  private static final long BETWEEN = Duration.ofMinutes(1).toNanos();

  private final BitSet troubled = new BitSet();
  private long nextOfBatches = System.nanoTime();
  private long nextOfRelay = System.nanoTime();

  @Override
  public void holds(BitSet partitions) {
    log.info("Outbox relay holds {} partitions", partitions.cardinality());
    boolean before = !troubled.isEmpty();
    troubled.and(partitions);
    tellIfOver(before);
  }

  @Override
  public void delivered(Delivery delivery, int failures) {
    if (failures > 0) {
      troubled(delivery, failures);
    } else {
      over(delivery.partition());
    }
    if (delivery.result() == Result.BLOCKED) {
      PendingEvent refused = delivery.batch().events().get(0);
      log.warn(
          "Pay order {} is blocked, its events wait for a person; the broker refuses {}: {}",
          refused.key(),
          refused.eventId(),
          delivery.reason());
    }
    if (delivery.result() == Result.FENCED) {
      log.warn(
          "Partition {} was taken over while a batch of {} was sent: duplicates are possible",
          delivery.partition(),
          delivery.batch().events().size());
    }
  }

  private void troubled(Delivery delivery, int failures) {
    troubled.set(delivery.partition());
    long now = System.nanoTime();
    if (nextOfBatches - now <= 0) {
      nextOfBatches = now + BETWEEN;
      log.warn(
          "Outbox trouble: partition {} {}, failed {} times, {} partitions are waiting; {}: {}",
          delivery.partition(),
          delivery.result(),
          failures,
          troubled.cardinality(),
          delivery.result() == Result.REFUSED
              ? "refused again, the event's pay order will wait for a person"
              : "nothing is lost, it goes on by itself",
          delivery.reason());
    }
  }

  private void over(int partition) {
    boolean before = !troubled.isEmpty();
    troubled.clear(partition);
    tellIfOver(before);
  }

  private void tellIfOver(boolean before) {
    if (before && troubled.isEmpty()) {
      log.info("Outbox trouble is over");
      nextOfBatches = System.nanoTime();
    }
  }

  @Override
  public void paused(Throwable trouble, int failures) {
    long now = System.nanoTime();
    if (nextOfRelay - now <= 0) {
      nextOfRelay = now + BETWEEN;
      log.warn(
          "Outbox relay pauses, failed {} times; events wait, nothing is lost", failures, trouble);
    }
  }
}
