package com.yuge.payment.out.channel;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.Doubt;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import java.net.URI;

/** The channel of tests and demonstrations: a cashier's address a pay number. */
final class MockChannel implements ChannelGateway {
  private static final Doubt NOT_YET = new Doubt(Doubt.Cause.NOT_ASKED, "has no books yet");

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

  @Override
  public QueryAnswer query(Trade trade) {
    NetworkCalls.refuseInTransaction();
    return new QueryAnswer.Unknown(NOT_YET);
  }

  @Override
  public CloseAnswer close(Trade trade) {
    NetworkCalls.refuseInTransaction();
    return new CloseAnswer.Unknown(NOT_YET);
  }
}
