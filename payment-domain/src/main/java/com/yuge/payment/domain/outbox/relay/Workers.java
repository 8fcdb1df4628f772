package com.yuge.payment.domain.outbox.relay;

import java.util.List;
import java.util.function.Supplier;

/** Threads that send batches, so that the relay itself never waits for the broker. */
public interface Workers {
  /** Runs the task soon on another thread; its results come with a later {@link RelaySignals}. */
  void run(Supplier<List<BatchResult>> task);
}
