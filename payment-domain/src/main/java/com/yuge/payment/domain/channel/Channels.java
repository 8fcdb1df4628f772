package com.yuge.payment.domain.channel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The channels that this service is configured to use. */
public final class Channels {
  private final Map<PayChannel, ChannelGateway> gateways = new HashMap<>();

  public Channels(Collection<? extends ChannelGateway> gateways) {
    for (ChannelGateway gateway : gateways) {
      ChannelGateway twin = this.gateways.putIfAbsent(gateway.channel(), gateway);
      if (twin != null) {
        throw new IllegalArgumentException("two gateways for channel " + gateway.channel());
      }
    }
  }

  public boolean has(PayChannel channel) {
    return gateways.containsKey(channel);
  }

  /** Throws {@link ChannelUnavailable} when this service has no such channel. */
  public ChannelGateway gateway(PayChannel channel) {
    ChannelGateway gateway = gateways.get(channel);
    if (gateway == null) {
      throw new ChannelUnavailable(channel, "not configured");
    }
    return gateway;
  }
}
