package com.yuge.payment.domain.order;

/** Open states may go on; final states go nowhere. */
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
