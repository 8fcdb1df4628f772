package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;

/** A channel's gateway that makes each call through {@link ChannelCalls}. */
final class CircuitBreakingGateway implements ChannelGateway {
  private final ChannelGateway gateway;
  private final ChannelCalls calls;

  CircuitBreakingGateway(ChannelGateway gateway, ChannelCalls calls) {
    this.gateway = gateway;
    this.calls = calls;
  }

  @Override
  public PayChannel channel() {
    return gateway.channel();
  }

  @Override
  public ChannelAccount account() {
    return gateway.account();
  }

  @Override
  public PayUrl open(Trade trade) {
    return calls.require("open", () -> gateway.open(trade));
  }

  @Override
  public QueryAnswer query(Trade trade) {
    return calls.ask("query", () -> gateway.query(trade), QueryAnswer.Unknown::new);
  }

  @Override
  public CloseAnswer close(Trade trade) {
    return calls.ask("close", () -> gateway.close(trade), CloseAnswer.Unknown::new);
  }
}
