package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

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
  public ChannelAccount account() {
    return real.account();
  }

  @Override
  public PayUrl open(Trade trade) {
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
