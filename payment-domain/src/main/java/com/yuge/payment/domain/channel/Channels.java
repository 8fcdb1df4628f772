package com.yuge.payment.domain.channel;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The channels that this service is configured to use, by capability. */
public final class Channels {
  private final Map<PayChannel, ChannelGateway> gateways;
  private final Map<PayChannel, RefundGateway> refunds;
  private final Map<PayChannel, StatementGateway> statements;

  /** Channels with payments only. */
  public Channels(Collection<? extends ChannelGateway> gateways) {
    this(gateways, List.of());
  }

  /** Channels without statements. */
  public Channels(
      Collection<? extends ChannelGateway> gateways, Collection<? extends RefundGateway> refunds) {
    this(gateways, refunds, List.of());
  }

  public Channels(
      Collection<? extends ChannelGateway> gateways,
      Collection<? extends RefundGateway> refunds,
      Collection<? extends StatementGateway> statements) {
    this.gateways = byChannel(gateways, ChannelGateway::channel);
    this.refunds = byChannel(refunds, RefundGateway::channel);
    this.statements = byChannel(statements, StatementGateway::channel);
  }

  public boolean has(PayChannel channel) {
    return gateways.containsKey(channel);
  }

  /** Throws {@link ChannelUnavailable} when this service has no such channel. */
  public ChannelGateway gateway(PayChannel channel) {
    return configured(gateways.get(channel), channel, "not configured");
  }

  /** Throws {@link ChannelUnavailable} when this service cannot refund through the channel. */
  public RefundGateway refunds(PayChannel channel) {
    return configured(refunds.get(channel), channel, "not configured for refunds");
  }

  /** All channels with statements, ordered by the channels' names. */
  public List<StatementGateway> statements() {
    return List.copyOf(statements.values());
  }

  /** Throws {@link ChannelUnavailable} when this service cannot fetch the channel's statements. */
  public StatementGateway statements(PayChannel channel) {
    return configured(statements.get(channel), channel, "not configured for statements");
  }

  private static <T> Map<PayChannel, T> byChannel(
      Collection<? extends T> gateways, Function<T, PayChannel> channel) {
    Map<PayChannel, T> found = new TreeMap<>(Comparator.comparing(PayChannel::name));
    for (T gateway : gateways) {
      if (found.putIfAbsent(channel.apply(gateway), gateway) != null) {
        throw new IllegalArgumentException("two gateways for channel " + channel.apply(gateway));
      }
    }
    return found;
  }

  private static <T> T configured(@Nullable T gateway, PayChannel channel, String otherwise) {
    if (gateway == null) {
      throw new ChannelUnavailable(channel, otherwise);
    }
    return gateway;
  }
}
