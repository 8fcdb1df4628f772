package com.yuge.payment.domain.simulation.actors;

/** Where callbacks come in. */
public interface Door {
  /** Whether the callback was acknowledged. */
  boolean receive(Message message);
}
