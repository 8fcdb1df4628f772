package com.yuge.payment.domain.simulation.bugs;

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
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A {@link ChannelGateway} whose answers are taken for others. */
record OtherChannel(
    ChannelGateway real,
    BiFunction<Trade, QueryAnswer, QueryAnswer> queried,
    UnaryOperator<CloseAnswer> closed)
    implements ChannelGateway {
  static ChannelGateway queried(
      ChannelGateway real, BiFunction<Trade, QueryAnswer, QueryAnswer> queried) {
    return new OtherChannel(real, queried, UnaryOperator.identity());
  }

  static ChannelGateway closed(ChannelGateway real, UnaryOperator<CloseAnswer> closed) {
    return new OtherChannel(real, (trade, answer) -> answer, closed);
  }

  @Override
  public PayChannel channel() {
    return real.channel();
  }

  @Override
  public ChannelLimits limits() {
    return real.limits();
  }

  @Override
  public ChannelAccount account(OpenOptions options) {
    return real.account(options);
  }

  @Override
  public PayerAction action(Trade trade, @Nullable PayUrl opened, @Nullable ReturnUrl returnUrl) {
    return real.action(trade, opened, returnUrl);
  }

  @Override
  public Optional<PayUrl> open(Trade trade) {
    return real.open(trade);
  }

  @Override
  public QueryAnswer query(Trade trade) {
    return queried.apply(trade, real.query(trade));
  }

  @Override
  public CloseAnswer close(Trade trade) {
    return closed.apply(real.close(trade));
  }
}
