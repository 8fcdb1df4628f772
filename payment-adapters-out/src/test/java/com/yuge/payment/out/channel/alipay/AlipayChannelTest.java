package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.contracts.ChannelGatewayContract;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.out.jdbc.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** On a fake Alipay, over HTTP. */
class AlipayChannelTest extends ChannelGatewayContract {
  private final AlipayDesk desk = new AlipayDesk();
  private final ChannelGateway channel = desk.channel();

  @AfterEach
  void end() {
    desk.close();
  }

  @Override
  protected ChannelGateway gateway() {
    return channel;
  }

  @Override
  protected Optional<Transactions> transactions() {
    return Optional.of(TestDatabase.transactions());
  }

  @Override
  protected void looks(Trade opened) {
    String unused = desk.control().scan(opened.payNo().value());
  }

  @Override
  protected void pays(Trade trade) {
    String unused = desk.control().pressPay(trade.payNo().value());
  }

  @Override
  protected void fails(Trade trade) {
    String unused = desk.control().pressFail(trade.payNo().value());
  }

  @Override
  protected boolean deniesUnopenedTrades() {
    return false;
  }

  @Override
  protected boolean failuresAreFinal() {
    return false;
  }

  /** Alipay says only that the trade does not wait; the service then queries. */
  @Override
  protected CloseAnswer closedAgain() {
    return new CloseAnswer.AlreadyPaid();
  }

  @Override
  protected void goesAway() {
    desk.close();
  }
}
