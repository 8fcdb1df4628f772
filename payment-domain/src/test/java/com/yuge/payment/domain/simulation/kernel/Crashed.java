package com.yuge.payment.domain.simulation.kernel;

/** Ends a task whose host has died; an error, so that nobody takes it for an outage. */
public final class Crashed extends Error {
  private static final long serialVersionUID = 1L;

  Crashed() {
    super("crashed", null, false, false);
  }
}
