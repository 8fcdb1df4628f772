package com.yuge.payment.domain.channel;

/**
 * A channel's payments, over the network. What else a channel can do has a port of its own, and
 * answers by a {@link ChannelAnswer} too. Refuses to be called inside a transaction. Every call
 * ends within the deadline that its adapter is configured with.
 */
public interface ChannelGateway {
  PayChannel channel();

  /** Where payments are opened from now on. */
  ChannelAccount account();

  /**
   * Opens the trade; idempotent by pay number.
   *
   * @throws ChannelUnavailable when the channel gave no usable answer; it may know the trade or not
   */
  PayUrl open(Trade trade);

  /** What the channel knows of the trade; a channel at fault is an answer too: it is unknown. */
  QueryAnswer query(Trade trade);

  /** Asks the channel to take no money for the trade any more; idempotent. */
  CloseAnswer close(Trade trade);
}
