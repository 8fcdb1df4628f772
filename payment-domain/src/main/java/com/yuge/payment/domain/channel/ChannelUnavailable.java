package com.yuge.payment.domain.channel;

/** The channel gave no usable answer; says nothing of the payment. */
public final class ChannelUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final PayChannel channel;

  public ChannelUnavailable(PayChannel channel, String why) {
    super(channel + ": " + why);
    this.channel = channel;
  }

  public PayChannel channel() {
    return channel;
  }
}
