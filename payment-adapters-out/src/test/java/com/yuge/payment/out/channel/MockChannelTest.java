package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.contracts.ChannelGatewayContract;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.out.jdbc.TestDatabase;
import java.net.URI;
import java.util.Optional;

class MockChannelTest extends ChannelGatewayContract {
  @Override
  protected ChannelGateway gateway() {
    return new MockChannel(URI.create("http://127.0.0.1:8083/mock-channel/cashier"));
  }

  @Override
  protected Optional<Transactions> transactions() {
    return Optional.of(TestDatabase.transactions());
  }
}
