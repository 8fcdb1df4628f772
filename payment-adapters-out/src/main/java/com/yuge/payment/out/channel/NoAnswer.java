package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.Doubt;
import com.yuge.payment.domain.channel.Doubt.Cause;

/** A channel gave no answer that says anything; what it was asked may be done or not. */
public final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Cause cause;

  public NoAnswer(Cause cause, String why) {
    super(why);
    this.cause = cause;
  }

  public Doubt doubt() {
    return new Doubt(cause, String.valueOf(getMessage()));
  }
}
