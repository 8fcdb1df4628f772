package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.Doubt;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A channel that was left alone is taken for one that did not answer. */
public final class TellsWhatWasNotAsked extends Wiring {
  private static final QueryAnswer.Unknown TIMEOUT =
      new QueryAnswer.Unknown(new Doubt(Doubt.Cause.TIMEOUT, "no answer"));

  @Override
  public ChannelGateway channel(ChannelGateway real) {
    return new Forgetful(real);
  }

  private record Forgetful(ChannelGateway real) implements ChannelGateway {
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
      QueryAnswer answer = real.query(trade);
      return answer instanceof QueryAnswer.Unknown ? TIMEOUT : answer;
    }

    @Override
    public CloseAnswer close(Trade trade) {
      return real.close(trade);
    }
  }
}
