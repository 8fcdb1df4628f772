package com.yuge.payment.domain.relay;

import java.util.function.Supplier;

/** Where batches are sent, so that the relay itself never waits for the broker. */
public interface Workers {
  /** Runs the errand soon and elsewhere; its delivery comes with a later {@link Mail}. */
  void run(Supplier<Delivery> errand);
}
