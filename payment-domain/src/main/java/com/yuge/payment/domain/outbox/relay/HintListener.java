package com.yuge.payment.domain.outbox.relay;

/** Hears hints of other instances, which anybody may have sent; never waits, never throws. */
public interface HintListener {
  void hinted(int partition);
}
