package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelWord;
import com.yuge.payment.domain.channel.ChannelWord.Verdict;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A channel that does not answer is taken for one that says: failed. */
public final class ErrorIsFailure extends Wiring {
  @Override
  public ChannelGateway channel(ChannelGateway real) {
    return new Pessimist(real);
  }

  private record Pessimist(ChannelGateway real) implements ChannelGateway {
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
      return answer instanceof QueryAnswer.Unknown
          ? new QueryAnswer.Decided(
              new ChannelWord(trade.payNo(), Verdict.FAILED, null, null, null))
          : answer;
    }

    @Override
    public CloseAnswer close(Trade trade) {
      return real.close(trade);
    }
  }
}
