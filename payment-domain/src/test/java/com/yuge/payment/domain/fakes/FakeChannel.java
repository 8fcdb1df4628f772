package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Trade;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A channel that opens what it is asked to, or is away. */
public final class FakeChannel implements ChannelGateway {
  private final @Nullable InMemoryStore store;
  private final List<Trade> opened = new ArrayList<>();
  private boolean away;
  private Runnable beforeAnswer = () -> {};

  /** A channel that cannot know of transactions. */
  public FakeChannel() {
    this.store = null;
  }

  /** A channel that refuses to be asked inside a transaction of that store. */
  public FakeChannel(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public PayChannel channel() {
    return PayChannel.MOCK;
  }

  @Override
  public synchronized PayUrl open(Trade trade) {
    if (store != null && store.isInTransaction()) {
      throw new IllegalStateException("a channel is asked inside a transaction");
    }
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
