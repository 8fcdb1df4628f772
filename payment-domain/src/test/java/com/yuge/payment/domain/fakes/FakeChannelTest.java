package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.contracts.ChannelGatewayContract;
import com.yuge.payment.domain.shared.Transactions;
import java.util.Optional;

class FakeChannelTest extends ChannelGatewayContract {
  private final InMemoryStore store = new InMemoryStore();
  private final ChannelGateway channel = new FakeChannel(store);

  @Override
  protected ChannelGateway gateway() {
    return channel;
  }

  @Override
  protected Optional<Transactions> transactions() {
    return Optional.of(store);
  }
}
