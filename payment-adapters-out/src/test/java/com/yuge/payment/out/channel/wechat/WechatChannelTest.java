package com.yuge.payment.out.channel.wechat;

import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.contracts.ChannelGatewayContract;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.out.jdbc.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** On a fake of WeChat Pay, over HTTP, signed both ways. */
class WechatChannelTest extends ChannelGatewayContract {
  @TempDir private static Path folder;

  private final FakeWechatDesk desk = FakeWechatDesk.in(folder);
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
  protected void pays(Trade trade) {
    String unused = desk.control().pressPay(trade.payNo().value());
  }

  @Override
  protected void fails(Trade trade) {
    String unused = desk.control().pressFail(trade.payNo().value());
  }

  @Override
  protected boolean failuresAreFinal() {
    return false;
  }

  @Override
  protected void goesAway() {
    desk.close();
  }
}
