package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.out.channel.alipay.AlipayDesk.ACCOUNT;
import static com.yuge.payment.out.channel.alipay.AlipayDesk.KEYS;
import static com.yuge.payment.out.channel.alipay.AlipayDesk.LONG;
import static com.yuge.payment.out.channel.alipay.AlipayDesk.NOWHERE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.api.domain.AlipayDataDataserviceBillDownloadurlQueryModel;
import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import com.yuge.payment.channelfakes.alipay.FakeAlipay;
import com.yuge.payment.channelfakes.alipay.FakeAlipaySettings;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.out.channel.CallLimits;
import com.yuge.payment.out.channel.ChannelHttp;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The official SDK's request for a bill is answered by the fake. */
class AlipayBillAddressTest {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private final SettableClock clock =
      new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  private final FakeAlipay fake = FakeAlipay.start(new FakeAlipaySettings(0, KEYS, 1), clock);
  private final AlipayCalls calls =
      new AlipayCalls(
          new ChannelHttp(new CallLimits(LONG, LONG, LONG), ObservationRegistry.NOOP),
          new AlipayRequests(fake.gatewayUrl(), clock));

  @AfterEach
  void close() {
    fake.close();
  }

  private void pay() {
    AlipayAccounts accounts = new AlipayAccounts(List.of(ACCOUNT));
    AlipayChannel channel = new AlipayChannel(accounts, calls, new AlipayOrders(NOWHERE), clock);
    PayNo payNo = aPayNo();
    Instant expireAt = clock.instant().plus(Duration.ofMinutes(30));
    Optional<PayUrl> unused = channel.open(new Trade(payNo, PRICE, SUBJECT, expireAt));
    assertThat(fake.client().pressPay(payNo.value())).isEqualTo("TRADE_SUCCESS");
  }

  private AlipayAnswer ask(LocalDate day) {
    var model = new AlipayDataDataserviceBillDownloadurlQueryModel();
    model.setBillType("trade");
    model.setBillDate(day.toString());
    var request = new AlipayDataDataserviceBillDownloadurlQueryRequest();
    request.setBizModel(model);
    return calls.ask(ACCOUNT, request);
  }

  @Test
  void theAddressOfABillServesAZip() throws IOException, InterruptedException {
    pay();
    LocalDate day = LocalDate.ofInstant(clock.instant(), BEIJING);
    clock.advance(Duration.ofDays(1));

    AlipayAnswer answer = ask(day);

    assertThat(answer.isDone()).isTrue();
    HttpRequest download =
        HttpRequest.newBuilder(URI.create(answer.text("bill_download_url"))).timeout(LONG).build();
    HttpResponse<byte[]> file =
        HttpClient.newHttpClient().send(download, BodyHandlers.ofByteArray());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(new String(file.body(), ISO_8859_1)).startsWith("PK");
    assertThat(file.body()).isEqualTo(fake.client().bill(day));
  }

  @Test
  void aDayWithoutTradeHasNoBill() {
    LocalDate day = LocalDate.ofInstant(clock.instant(), BEIJING);
    clock.advance(Duration.ofDays(1));

    assertThat(ask(day).refusal()).isEqualTo("isp.bill_not_exist");
    assertThat(ask(day.plusDays(1)).refusal()).isEqualTo("isv.invalid_arguments");
  }
}
