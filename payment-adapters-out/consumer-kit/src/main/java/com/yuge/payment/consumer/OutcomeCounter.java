package com.yuge.payment.consumer;

/** Counts the outcome of each delivery. */
@FunctionalInterface
public interface OutcomeCounter {
  OutcomeCounter NONE = outcome -> {};

  void count(Outcome outcome);
}
