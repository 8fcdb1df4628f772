package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Trade;
import java.net.URI;

/** The channel of tests and demonstrations: a cashier's address a pay number. */
final class MockChannel implements ChannelGateway {
  private final URI cashierUrl;

  MockChannel(URI cashierUrl) {
    this.cashierUrl = cashierUrl;
  }

  @Override
  public PayChannel channel() {
    return PayChannel.MOCK;
  }

  @Override
  public PayUrl open(Trade trade) {
    NetworkCalls.refuseInTransaction();
    return new PayUrl(cashierUrl + "/" + trade.payNo());
  }
}
