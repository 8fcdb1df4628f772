package com.yuge.payment.domain.simulation.bugs;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.simulation.actors.Wiring;

/** A close that the channel refuses, because it is paid, is taken for done. */
public final class NoSecondAsk extends Wiring {
  @Override
  public ChannelGateway channel(ChannelGateway real) {
    return OtherChannel.closed(
        real,
        answer -> answer instanceof CloseAnswer.AlreadyPaid ? new CloseAnswer.Closed() : answer);
  }
}
