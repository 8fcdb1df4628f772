package com.yuge.payment.consumer;

/** Counts what became of each delivery. */
@FunctionalInterface
public interface OutcomeCounter {
  OutcomeCounter NONE = outcome -> {};

  void count(Outcome outcome);
}
