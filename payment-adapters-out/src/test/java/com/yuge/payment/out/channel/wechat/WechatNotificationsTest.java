package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.TIME_TO_PAY;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.RefundBook.REASON;
import static com.yuge.payment.out.channel.wechat.FakeWechatDesk.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.yuge.payment.channelfakes.wechat.NotificationFaults;
import com.yuge.payment.channelfakes.wechat.WechatFaults;
import com.yuge.payment.domain.callback.Acknowledgement;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.CallbackReading.RefusalReason;
import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.callback.CallbackReading.Verified;
import com.yuge.payment.domain.callback.CallbackReading.VerifiedRefund;
import com.yuge.payment.domain.callback.RawCallback;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.channel.ReplayWindow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notifications of the fake over HTTP: written there, read here, with no common code. */
class WechatNotificationsTest {
  @TempDir private static Path folder;

  private final FakeWechatDesk desk = FakeWechatDesk.in(folder);
  private final List<CallbackReading> readings = new CopyOnWriteArrayList<>();
  private final WechatCallbackReader reader =
      new WechatCallbackReader(
          new WechatAccounts(desk.account(), List.of()),
          new ReplayWindow(WechatClients.MOST_SKEW, Clock.systemUTC()));
  private HttpServer server;
  private Trade trade;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    for (String kind : reader.kinds()) {
      var unused = server.createContext("/" + kind, exchange -> receive(kind, exchange));
    }
    server.start();
    trade = new Trade(aPayNo(), PRICE, SUBJECT, Instant.now().plus(TIME_TO_PAY));
    WechatChannel channel = desk.channel(address("payments"));
    Optional<PayUrl> unused = channel.open(trade);
  }

  @AfterEach
  void end() {
    desk.close();
    server.stop(0);
  }

  @Test
  void aPaymentIsNotifiedAsAQueryTellsIt() {
    String unused = desk.control().pressPay(trade.payNo().value());

    ChannelResult notified = ((Verified) heard(1).get(0)).callback().result();

    QueryAnswer asked = desk.channel().query(trade);
    assertThat(asked).isEqualTo(new QueryAnswer.Decided(notified));
    await()
        .atMost(LONG)
        .until(
            () ->
                desk.control().trade(trade.payNo().value()).path("acknowledged").asBoolean(false));
  }

  @Test
  void aRefundIsNotifiedAsAQueryTellsIt() {
    RefundRequest request = aRefund();
    RefundAnswer done = desk.refunds(address("refunds")).refund(request);

    VerifiedRefund notified = (VerifiedRefund) heard(2).get(1);

    assertThat(notified.callback().refundNo()).isEqualTo(request.refundNo());
    assertThat(notified.callback().answer()).isEqualTo(done);
  }

  @Test
  void aProbeIsRefusedAndTheNotificationBehindItIsRead() {
    desk.control().spoil(WechatFaults.ofNotifications(NotificationFaults.NONE.probed()));
    String unused = desk.control().pressPay(trade.payNo().value());

    List<CallbackReading> both = heard(2);

    assertThat(both)
        .filteredOn(Refused.class::isInstance)
        .singleElement()
        .satisfies(
            refused ->
                assertThat(((Refused) refused).refusal()).isEqualTo(RefusalReason.BAD_SIGNATURE));
    assertThat(both).filteredOn(Verified.class::isInstance).hasSize(1);
  }

  private RefundRequest aRefund() {
    TradeNo tradeNo =
        new TradeNo(desk.control().pay(trade.payNo().value(), PRICE.amount().toPlainString()));
    RefundNo refundNo = new RefundNo("REF" + trade.payNo().value().substring(3));
    return new RefundRequest(refundNo, trade.payNo(), tradeNo, PRICE, PRICE, REASON, null);
  }

  private List<CallbackReading> heard(int count) {
    await().atMost(LONG).until(() -> readings.size() >= count);
    return readings;
  }

  private URI address(String kind) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + kind);
  }

  private void receive(String kind, HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      byte[] body = exchange.getRequestBody().readAllBytes();
      CallbackReading reading = reader.read(new RawCallback(kind, headers, body));
      readings.add(reading);
      Acknowledgement answer = reading instanceof Refused ? reader.refused(401) : reader.accepted();
      byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), text.length);
      exchange.getResponseBody().write(text);
    }
  }
}
