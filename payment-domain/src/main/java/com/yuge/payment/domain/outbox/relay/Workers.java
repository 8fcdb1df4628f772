package com.yuge.payment.domain.outbox.relay;

import java.util.List;
import java.util.function.Supplier;

/** Where batches are sent, so that the relay itself never waits for the broker. */
public interface Workers {
  /** Runs the task soon and elsewhere; its results come with later {@link RelaySignals}. */
  void run(Supplier<List<BatchResult>> task);
}
