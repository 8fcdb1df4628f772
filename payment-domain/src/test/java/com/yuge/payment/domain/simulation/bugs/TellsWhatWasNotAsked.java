package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.Doubt;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A channel that was left alone is taken for one that did not answer. */
public final class TellsWhatWasNotAsked extends Wiring {
  private static final QueryAnswer.Unknown TIMEOUT =
      new QueryAnswer.Unknown(new Doubt(Doubt.Cause.TIMEOUT, "no answer"));

  @Override
  public ChannelGateway channel(ChannelGateway real) {
    return OtherChannel.queried(
        real, (trade, answer) -> answer instanceof QueryAnswer.Unknown ? TIMEOUT : answer);
  }
}
