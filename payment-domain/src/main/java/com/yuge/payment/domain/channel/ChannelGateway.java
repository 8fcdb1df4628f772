package com.yuge.payment.domain.channel;

/**
 * A channel's payments, called over the network. Each other capability of a channel has a port of
 * its own, and also answers by a {@link ChannelAnswer}. A call inside a transaction is refused.
 * Every call ends within the deadline that its adapter is configured with.
 */
public interface ChannelGateway {
  PayChannel channel();

  /** The account for new payments. */
  ChannelAccount account();

  /**
   * Opens the trade; idempotent by pay number.
   *
   * @throws ChannelUnavailable when the channel gave no usable answer; it may or may not know the
   *     trade
   */
  PayUrl open(Trade trade);

  /** Returns what the channel knows of the trade. A failure of the channel is an unknown answer. */
  QueryAnswer query(Trade trade);

  /** Asks the channel to accept no more money for the trade; idempotent. */
  CloseAnswer close(Trade trade);
}
