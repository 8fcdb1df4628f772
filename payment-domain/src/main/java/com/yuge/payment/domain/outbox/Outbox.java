package com.yuge.payment.domain.outbox;

import com.yuge.payment.domain.shared.DomainEvent;

/** Where events wait, safe with the change they tell, until they are published. */
public interface Outbox {
  /**
   * Keeps the event in the open transaction, after the guarded write of the change it tells.
   *
   * @throws IllegalStateException outside a transaction
   */
  void append(DomainEvent event);
}
