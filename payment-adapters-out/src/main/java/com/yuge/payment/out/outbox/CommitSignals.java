package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.CommitHints;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.outbox.relay.HintListener;

/**
 * Wakes the relay that publishes the partition: this instance's relay directly, another instance's
 * relay by a hint. A partition that changes its owner at this moment needs neither, because the new
 * owner reads it anyway.
 */
final class CommitSignals implements CommitSignal, HintListener {
  private final RelaySignalQueue queue;
  private final RelayStatus status;
  private final CommitHints hints;

  CommitSignals(RelaySignalQueue queue, RelayStatus status, CommitHints hints) {
    this.queue = queue;
    this.status = status;
    this.hints = hints;
  }

  @Override
  public void committed(int partition, long row) {
    if (status.owns(partition)) {
      queue.committed(partition, row);
    } else {
      hints.send(partition);
    }
  }

  @Override
  public void hinted(int partition) {
    if (status.owns(partition)) {
      queue.hinted(partition);
    }
  }
}
