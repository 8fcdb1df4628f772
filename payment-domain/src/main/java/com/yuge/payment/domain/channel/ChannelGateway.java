package com.yuge.payment.domain.channel;

/** A payment channel, over the network; refuses to be called inside a transaction. */
public interface ChannelGateway {
  PayChannel channel();

  /**
   * Opens the trade; idempotent by pay number.
   *
   * @throws ChannelUnavailable when the channel gave no usable answer; it may know the trade or not
   */
  PayUrl open(Trade trade);
}
