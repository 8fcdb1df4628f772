package com.yuge.payment.consumer;

/** Is called for messages that go to the dead letter queue, for example to raise an alert. */
@FunctionalInterface
public interface DeadLetterListener {
  /**
   * Called outside any transaction, before the message moves. After an exception the message stays
   * where it is and is tried again, so no dead letter goes unnoticed. It may be called again for a
   * message whose move failed.
   */
  void beforeDeadLetter(DeadLetter letter);
}
