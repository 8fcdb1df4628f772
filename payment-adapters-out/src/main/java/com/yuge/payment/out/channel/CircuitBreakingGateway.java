package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelLimits;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.channel.Trade;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  public ChannelLimits limits() {
    return gateway.limits();
  }

  @Override
  public ChannelAccount account(OpenOptions options) {
    return gateway.account(options);
  }

  @Override
  public PayerAction action(Trade trade, @Nullable PayUrl opened, @Nullable ReturnUrl returnUrl) {
    return gateway.action(trade, opened, returnUrl);
  }

  @Override
  public Optional<PayUrl> open(Trade trade) {
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
