package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.BatchResult;
import com.yuge.payment.domain.outbox.relay.BatchResult.Status;
import com.yuge.payment.domain.outbox.relay.PendingEvent;
import com.yuge.payment.domain.outbox.relay.RelayListener;
import java.time.Duration;
import java.util.BitSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs trouble when it begins, once a minute while it lasts, and when it is over. */
final class LoggingRelayListener implements RelayListener {
  private static final Logger log = LoggerFactory.getLogger(LoggingRelayListener.class);
  private static final long BETWEEN = Duration.ofMinutes(1).toNanos();

  private final BitSet troubled = new BitSet();
  private long nextOfBatches = System.nanoTime();
  private long nextOfRelay = System.nanoTime();

  @Override
  public void partitionsChanged(BitSet partitions) {
    log.info("Outbox relay owns {} partitions", partitions.cardinality());
    boolean before = !troubled.isEmpty();
    troubled.and(partitions);
    logIfOver(before);
  }

  @Override
  public void batchEnded(BatchResult result, int failures) {
    if (failures > 0) {
      troubled(result, failures);
    } else {
      over(result.partition());
    }
    if (result.status() == Status.BLOCKED) {
      PendingEvent refused = result.batch().events().get(0);
      log.warn(
          "Aggregate {} is blocked, its events wait for a person; the broker refuses {}: {}",
          refused.key(),
          refused.eventId(),
          result.reason());
    }
    if (result.status() == Status.FENCED) {
      log.warn(
          "Partition {} was taken over while a batch of {} was sent: duplicates are possible",
          result.partition(),
          result.batch().events().size());
    }
  }

  private void troubled(BatchResult result, int failures) {
    troubled.set(result.partition());
    long now = System.nanoTime();
    if (nextOfBatches - now <= 0) {
      nextOfBatches = now + BETWEEN;
      log.warn(
          "Outbox trouble: partition {} {}, failed {} times, {} partitions are waiting; {}: {}",
          result.partition(),
          result.status(),
          failures,
          troubled.cardinality(),
          result.status() == Status.REFUSED
              ? "refused again, the event's aggregate will wait for a person"
              : "nothing is lost, it goes on by itself",
          result.reason());
    }
  }

  private void over(int partition) {
    boolean before = !troubled.isEmpty();
    troubled.clear(partition);
    logIfOver(before);
  }

  private void logIfOver(boolean before) {
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
