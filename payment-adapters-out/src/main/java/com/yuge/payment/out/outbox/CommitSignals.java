package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.CommitHints;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.outbox.relay.HintListener;

/**
 * Wakes the relay that publishes the partition: that of this instance, or by a hint whichever other
 * has it. A partition that changes hands just now needs neither: its new owner reads it anyway.
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
