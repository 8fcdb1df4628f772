package com.yuge.payment.domain.outbox;

import com.yuge.payment.domain.shared.DomainEvent;

/** Stores events together with the change that they describe, until they are published. */
public interface Outbox {
  /**
   * Stores the event in the open transaction, after the guarded write of the change.
   *
   * @throws IllegalStateException outside a transaction
   */
  void append(DomainEvent event);
}
