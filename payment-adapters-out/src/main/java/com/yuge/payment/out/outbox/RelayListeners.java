package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.BatchResult;
import com.yuge.payment.domain.outbox.relay.RelayListener;
import java.util.BitSet;
import java.util.List;

/** Passes each call to several listeners. */
record RelayListeners(List<RelayListener> all) implements RelayListener {
  @Override
  public void partitionsChanged(BitSet partitions) {
    all.forEach(listener -> listener.partitionsChanged((BitSet) partitions.clone()));
  }

  @Override
  public void batchEnded(BatchResult result, int failures) {
    all.forEach(listener -> listener.batchEnded(result, failures));
  }

  @Override
  public void paused(Throwable trouble, int failures) {
    all.forEach(listener -> listener.paused(trouble, failures));
  }
}
