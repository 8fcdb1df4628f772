package com.yuge.payment.domain.statement;

/** Whether the service stops. A long step then ends early, and any instance may begin it again. */
final class Stop {
  private volatile boolean asked;

  /** A step ended because the service stops. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("the service stops");
    }
  }

  void ask() {
    asked = true;
  }

  void check() {
    if (asked) {
      throw new Stopped();
    }
  }
}
