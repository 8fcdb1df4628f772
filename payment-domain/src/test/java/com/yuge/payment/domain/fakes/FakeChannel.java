package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Trade;
import java.util.ArrayList;
import java.util.List;

/** A channel that opens what it is asked to, or is away. */
public final class FakeChannel implements ChannelGateway {
  private final List<Trade> opened = new ArrayList<>();
  private boolean away;
  private Runnable beforeAnswer = () -> {};

  @Override
  public PayChannel channel() {
    return PayChannel.MOCK;
  }

  @Override
  public synchronized PayUrl open(Trade trade) {
    if (away) {
      throw new ChannelUnavailable(PayChannel.MOCK, "away");
    }
    opened.add(trade);
    beforeAnswer.run();
    return new PayUrl("http://cashier.test/" + trade.payNo());
  }

  public synchronized void goAway(boolean goes) {
    away = goes;
  }

  /** What happens elsewhere while the channel is busy with the call. */
  public synchronized void beforeAnswer(Runnable happens) {
    beforeAnswer = happens;
  }

  public synchronized List<Trade> opened() {
    return List.copyOf(opened);
  }
}
