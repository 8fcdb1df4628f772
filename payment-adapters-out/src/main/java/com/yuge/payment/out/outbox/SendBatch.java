package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.out.outbox.Delivery.Result;
import com.yuge.payment.out.outbox.EventSender.SendOutcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker's errand: sends a batch, then strikes it off; never the other way round.
 *
 * @param sendBefore when, on this JVM's monotonic clock, the lease gets too short for a send
 * @param full whether more may be waiting behind it
 */
record SendBatch(
    String owner,
    Lease lease,
    List<PendingEvent> batch,
    long sendBefore,
    boolean full,
    EventSender sender,
    PendingEvents pending,
    Inbox inbox,
    Duration sendTimeout)
    implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(SendBatch.class);

  /** The broker has the batch already: striking it off late is better than sending it twice. */
  private static final int ACK_ATTEMPTS = 3;

  private static final Duration ACK_PAUSE = Duration.ofMillis(100);

  @Override
  public void run() {
    inbox.delivered(deliver());
  }

  // Whatever happens, the relay's thread hears of it: a lane without news would wait for ever.
  private Delivery deliver() {
    try {
      if (System.nanoTime() - sendBefore > 0) {
        return delivery(Result.TROUBLE, "waited too long for a worker");
      }
      SendOutcome outcome = sender.send(lease.partition(), batch, sendTimeout);
      if (outcome instanceof SendOutcome.Trouble trouble) {
        return delivery(Result.TROUBLE, trouble.reason());
      }
      return delivery(ack() ? Result.PUBLISHED : Result.FENCED, "");
    } catch (Throwable e) {
      log.debug("Batch of partition {} failed", lease.partition(), e);
      return delivery(Result.TROUBLE, e.toString());
    }
  }

  private boolean ack() {
    List<Long> rowIds = batch.stream().map(PendingEvent::rowId).toList();
    for (int attempt = 1; ; attempt++) {
      try {
        return pending.ack(owner, lease, rowIds);
      } catch (StoreUnavailable e) {
        if (attempt == ACK_ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(ACK_PAUSE.toNanos());
      }
    }
  }

  private Delivery delivery(Result result, String reason) {
    return new Delivery(lease.partition(), result, batch.size(), full, reason);
  }
}
