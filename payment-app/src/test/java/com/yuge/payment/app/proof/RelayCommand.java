package com.yuge.payment.app.proof;

/**
 * What a {@link RelayProcess} can be told, a line each: the command, and a boundary if it has one.
 */
enum RelayCommand {
  /** The next that comes to the boundary kills the process, as {@code kill -9} does. */
  DIE_AT,
  /** From now on, whatever comes to the boundary is held there. */
  HOLD_AT,
  /** What is held goes on. */
  GO_ON,
  /** Pays for an order. */
  PAY;

  String line() {
    return name();
  }

  String line(Boundary boundary) {
    return name() + " " + boundary;
  }

  /** What the process says when it has obeyed. */
  static String done(String line) {
    return "did " + line;
  }
}
