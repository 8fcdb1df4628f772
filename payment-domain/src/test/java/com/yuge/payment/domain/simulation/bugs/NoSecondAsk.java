package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A close that the channel refuses, because it is paid, is taken for done. */
public final class NoSecondAsk extends Wiring {
  @Override
  public ChannelGateway channel(ChannelGateway real) {
    return new DeafToRefusals(real);
  }

  private record DeafToRefusals(ChannelGateway real) implements ChannelGateway {
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
      return real.query(trade);
    }

    @Override
    public CloseAnswer close(Trade trade) {
      CloseAnswer answer = real.close(trade);
      return answer instanceof CloseAnswer.AlreadyPaid ? new CloseAnswer.Closed() : answer;
    }
  }
}
