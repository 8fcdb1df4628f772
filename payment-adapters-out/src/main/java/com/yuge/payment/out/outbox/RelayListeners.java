package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.relay.Delivery;
import com.yuge.payment.domain.relay.RelayListener;
import java.util.BitSet;
import java.util.List;

/** Tells several. */
record RelayListeners(List<RelayListener> all) implements RelayListener {
  @Override
  public void holds(BitSet partitions) {
    all.forEach(listener -> listener.holds((BitSet) partitions.clone()));
  }

  @Override
  public void delivered(Delivery delivery, int failures) {
    all.forEach(listener -> listener.delivered(delivery, failures));
  }

  @Override
  public void paused(Throwable trouble, int failures) {
    all.forEach(listener -> listener.paused(trouble, failures));
  }
}
