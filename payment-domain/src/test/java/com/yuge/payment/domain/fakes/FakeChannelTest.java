package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.contracts.ChannelGatewayContract;
import com.yuge.payment.domain.shared.Transactions;
import java.util.Optional;

class FakeChannelTest extends ChannelGatewayContract {
  private final InMemoryStore store = new InMemoryStore();
  private final FakeChannel channel = new FakeChannel(store);

  @Override
  protected ChannelGateway gateway() {
    return channel;
  }

  @Override
  protected Optional<Transactions> transactions() {
    return Optional.of(store);
  }

  @Override
  protected void pays(Trade trade) {
    channel.pays(trade);
  }

  @Override
  protected void fails(Trade trade) {
    channel.fails(trade);
  }

  @Override
  protected void goesAway() {
    channel.goAway(true);
  }
}
