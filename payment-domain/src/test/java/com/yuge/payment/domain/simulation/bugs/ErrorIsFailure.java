package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A channel that does not answer is taken for one that says: failed. */
public final class ErrorIsFailure extends Wiring {
  @Override
  public ChannelGateway channel(ChannelGateway real) {
    return OtherChannel.queried(
        real,
        (trade, answer) ->
            answer instanceof QueryAnswer.Unknown
                ? new QueryAnswer.Decided(
                    new ChannelResult(trade.payNo(), Status.FAILED, null, null, null))
                : answer);
  }
}
