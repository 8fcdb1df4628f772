package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.contracts.RefundGatewayContract;
import com.yuge.payment.domain.shared.Money;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.domain.shared.Transactions;
import java.math.BigDecimal;
import java.util.Optional;

class FakeRefundsTest extends RefundGatewayContract {
  private final InMemoryStore store = new InMemoryStore();
  private final FakeRefunds channel = new FakeRefunds(store);

  @Override
  protected RefundGateway gateway() {
    return channel;
  }

  @Override
  protected Optional<Transactions> transactions() {
    return Optional.of(store);
  }

  @Override
  protected TradeNo paid(PayNo payNo, Money amount) {
    return new TradeNo("FAKE_" + payNo);
  }

  @Override
  protected void takesItsTime(RefundRequest request) {
    RefundAnswer accepted =
        new RefundAnswer.Accepted(new ChannelRefundNo("FAKE_" + request.refundNo()));
    channel.answersRefunds(accepted);
    channel.answersQueries(accepted);
  }

  @Override
  protected void decides(RefundRequest request) {
    RefundAnswer unused = channel.done(request);
  }

  @Override
  protected void refuses(RefundRequest request) {
    channel.answersRefunds(new RefundAnswer.Refused(new FailCode("REFUSED"), false));
  }

  @Override
  protected BigDecimal refunded(PayNo payNo, TradeNo tradeNo) {
    return channel.refunded();
  }

  @Override
  protected void goesAway() {
    channel.goAway(true);
  }
}
