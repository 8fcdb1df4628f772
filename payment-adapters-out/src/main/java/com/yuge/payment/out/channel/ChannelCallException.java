package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.channel.UnknownReason.Cause;

/** A channel gave no usable answer; it may or may not have done what it was asked. */
public final class ChannelCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Cause cause;

  public ChannelCallException(Cause cause, String why) {
    super(why);
    this.cause = cause;
  }

  public UnknownReason reason() {
    return new UnknownReason(cause, String.valueOf(getMessage()));
  }
}
