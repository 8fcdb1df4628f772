package com.yuge.payment.domain.outbox.relay;

/** Receives hints of other instances; anybody may have sent them. Never waits, never throws. */
public interface HintListener {
  void hinted(int partition);
}
