package com.yuge.payment.out.channel.mock;

import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.channelfakes.mock.MockChannelService;
import com.yuge.payment.channelfakes.mock.MockChannelSettings;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.contracts.ChannelGatewayContract;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.jdbc.TestDatabase;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** On the channel itself, over HTTP. */
class MockChannelTest extends ChannelGatewayContract {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/callback");

  @TempDir private Path folder;
  private MockChannelService service;
  private ChannelGateway channel;

  @BeforeEach
  void serve() {
    service =
        MockChannelService.start(
            new MockChannelSettings(0, folder.resolve("journal"), "secret", 1));
    ChannelHttp http = new ChannelHttp(new CallLimits(LONG, LONG, LONG), ObservationRegistry.NOOP);
    channel = new MockChannel(http, service.url(), () -> NOWHERE);
  }

  @AfterEach
  void end() {
    service.close();
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
    String unused = new MockChannelClient(service.url()).pressPay(trade.payNo().value());
  }

  @Override
  protected void fails(Trade trade) {
    String unused = new MockChannelClient(service.url()).pressFail(trade.payNo().value());
  }

  @Override
  protected void goesAway() {
    service.close();
  }
}
