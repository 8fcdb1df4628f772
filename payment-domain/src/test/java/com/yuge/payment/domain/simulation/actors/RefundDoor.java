package com.yuge.payment.domain.simulation.actors;

/** Where callbacks about refunds come in. */
public interface RefundDoor {
  /** Whether the callback was acknowledged. */
  boolean receive(RefundMessage message);
}
