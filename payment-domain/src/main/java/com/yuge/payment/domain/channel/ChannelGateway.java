package com.yuge.payment.domain.channel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel's payments, called over the network. Each other capability of a channel has a port of
 * its own, and also answers by a {@link ChannelAnswer}. A call inside a transaction is refused.
 * Every call ends within the deadline that its adapter is configured with.
 */
public interface ChannelGateway {
  PayChannel channel();

  ChannelLimits limits();

  /**
   * The account and product for a new payment.
   *
   * @throws com.yuge.payment.domain.shared.InvalidValue if the channel does not offer the product,
   *     or the product needs more about the payer
   */
  ChannelAccount account(OpenOptions options);

  /**
   * Opens the trade; idempotent by pay number.
   *
   * @return the channel's address or code, which the order stores; empty if the payer's browser
   *     opens the trade, by an address that {@link #action} makes
   * @throws ChannelUnavailable when the channel gave no usable answer; it may or may not know the
   *     trade
   */
  Optional<PayUrl> open(Trade trade);

  /**
   * What the payer's client has to do next. Makes no call.
   *
   * @param opened what {@link #open} returned
   */
  PayerAction action(Trade trade, @Nullable PayUrl opened, @Nullable ReturnUrl returnUrl);

  /** Returns what the channel knows of the trade. A failure of the channel is an unknown answer. */
  QueryAnswer query(Trade trade);

  /** Asks the channel to accept no more money for the trade; idempotent. */
  CloseAnswer close(Trade trade);
}
