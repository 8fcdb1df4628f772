package com.yuge.payment.domain.order;

/** An open status may change; a final status never changes. */
public enum PayStatus {
  INIT,
  PAYING,
  SUCCESS,
  FAILED,
  CLOSED;

  public boolean isOpen() {
    return this == INIT || this == PAYING;
  }

  public boolean isFinal() {
    return !isOpen();
  }
}
