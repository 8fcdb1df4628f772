package com.yuge.payment.out.outbox;

import com.yuge.payment.out.outbox.Delivery.Result;
import com.yuge.payment.out.outbox.EventSender.SendOutcome;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker's errand: sends a batch, then strikes it off; never the other way round. */
record SendBatch(
    String owner,
    Lease lease,
    List<PendingEvent> batch,
    boolean full,
    EventSender sender,
    PendingEvents pending,
    Inbox inbox,
    OutboxProperties properties)
    implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(SendBatch.class);

  @Override
  public void run() {
    inbox.delivered(deliver());
  }

  // Whatever happens, the relay's thread hears of it: a lane without news would wait for ever.
  private Delivery deliver() {
    try {
      SendOutcome outcome = sender.send(lease.partition(), batch, properties.sendTimeout());
      if (outcome instanceof SendOutcome.Trouble trouble) {
        return delivery(Result.TROUBLE, trouble.reason());
      }
      List<Long> rowIds = batch.stream().map(PendingEvent::rowId).toList();
      boolean mine = pending.ack(owner, lease, rowIds);
      return delivery(mine ? Result.PUBLISHED : Result.FENCED, "");
    } catch (RuntimeException e) {
      log.debug("Batch of partition {} failed", lease.partition(), e);
      return delivery(Result.TROUBLE, e.toString());
    }
  }

  private Delivery delivery(Result result, String reason) {
    return new Delivery(lease.partition(), result, batch.size(), full, reason);
  }
}
