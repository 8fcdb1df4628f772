package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.UnknownReason;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A channel that was left alone is taken for one that did not answer. */
public final class RecordsWhatWasNotAsked extends Wiring {
  private static final QueryAnswer.Unknown TIMEOUT =
      new QueryAnswer.Unknown(new UnknownReason(UnknownReason.Cause.TIMEOUT, "no answer"));

  @Override
  public ChannelGateway channel(ChannelGateway real) {
    return OtherChannel.queried(
        real, (trade, answer) -> answer instanceof QueryAnswer.Unknown ? TIMEOUT : answer);
  }
}
