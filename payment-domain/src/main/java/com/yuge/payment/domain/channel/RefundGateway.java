package com.yuge.payment.domain.channel;

import java.time.Duration;

/**
 * A channel's refunds, called over the network. A call inside a transaction is refused. Every call
 * ends within the deadline that its adapter is configured with. A failure of the channel is an
 * unknown answer.
 */
public interface RefundGateway {
  PayChannel channel();

  /** The shortest time between two requests for refunds of one order. */
  Duration spacing();

  /** Asks the channel to give the money back; idempotent by refund number. */
  RefundAnswer refund(RefundRequest request);

  /** Returns what the channel knows of the refund. */
  RefundAnswer queryRefund(RefundRequest request);
}
