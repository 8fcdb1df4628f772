package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelGateway;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.ReturnUrl;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Subject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How a payment is opened by each product. */
class AlipayOpeningTest {
  private static final ReturnUrl BACK = new ReturnUrl("https://shop.test/back?order=1&lang=zh");

  private final AlipayDesk desk = new AlipayDesk();
  private final ChannelGateway channel = desk.channel();

  @AfterEach
  void end() {
    desk.close();
  }

  @Test
  void aNewPaymentIsMadeAtTheCurrentAccountByQrUnlessAProductIsNamed() {
    assertThat(channel.account(OpenOptions.USUAL))
        .isEqualTo(new ChannelAccount(AlipayDesk.ACCOUNT.id(), "QR"));
    assertThat(channel.account(new OpenOptions("WAP", Payer.UNKNOWN)).product()).isEqualTo("WAP");
    assertThatThrownBy(() -> channel.account(new OpenOptions("NATIVE", Payer.UNKNOWN)))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void aQrCodeIsOpenedWithTheOrdersTermsAndShown() {
    Trade trade = desk.trade("QR", PRICE);

    PayUrl code = channel.open(trade).orElseThrow();

    assertThat(channel.action(trade, code, BACK)).isEqualTo(PayerAction.qr(code.value()));
    assertTerms(trade);
    assertThat(code.value()).isEqualTo(books(trade).path("qrCode").asString());
    assertThat(channel.open(trade)).contains(code);
    assertThat(desk.control().calls(Call.PRECREATE)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"PAGE, PAGE", "WAP, WAP"})
  void aPageIsOpenedByThePayersBrowser(String product, Call call) throws Exception {
    Trade trade = desk.trade(product, PRICE);

    assertThat(channel.open(trade)).isEmpty();
    PayerAction action = channel.action(trade, null, BACK);

    assertThat(action.type()).isEqualTo(PayerAction.Type.REDIRECT);
    assertThat(desk.control().calls(call)).isZero();
    int status = visited(action);
    assertThat(status).isBetween(200, 399);
    assertThat(desk.control().calls(call)).isOne();
    assertTerms(trade);
    assertThat(books(trade).path("returnUrl").asString()).isEqualTo(BACK.value());
    assertThat(channel.query(trade)).isEqualTo(new QueryAnswer.Unpaid());
    String unused = desk.control().pressPay(trade.payNo().value());
    assertThat(channel.query(trade)).isInstanceOf(QueryAnswer.Decided.class);
  }

  @Test
  void aPageCanBeOpenedWithoutAWayBack() throws Exception {
    Trade trade = desk.trade("PAGE", PRICE);

    assertThat(visited(channel.action(trade, null, null))).isBetween(200, 399);

    assertThat(books(trade).path("returnUrl").asString()).isEmpty();
  }

  @Test
  void anAddressThatSomebodyChangedOpensNothing() throws Exception {
    Trade trade = desk.trade("PAGE", PRICE);
    String address = Objects.requireNonNull(channel.action(trade, null, null).payUrl());

    int unused = visited(PayerAction.redirect(address.replace("99.99", "0.01")));

    assertThat(books(trade).has("state")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b=c&d", "票 & 茶", "\"quoted\\\"", "/", "+1 %2B"})
  void anySubjectCanBePaidFor(String subject) {
    Trade plain = desk.trade("QR", PRICE);
    Trade trade =
        new Trade(
            plain.payNo(),
            PRICE,
            new Subject(subject),
            plain.expireAt(),
            plain.account(),
            plain.payer());

    assertThat(channel.open(trade)).isPresent();
    assertThat(books(trade).path("subject").asString()).isEqualTo(subject.replaceAll("[/=&]", "-"));
  }

  @Test
  void aTradeWithoutASubjectHasItsNumberForOne() {
    Trade plain = desk.trade("QR", PRICE);
    Trade trade = new Trade(plain.payNo(), PRICE, null, plain.expireAt());

    Optional<PayUrl> unused = channel.open(trade);

    assertThat(books(trade).path("subject").asString()).isEqualTo(plain.payNo().value());
  }

  @Test
  void theLargestAmountIsTaken() {
    assertThat(channel.limits().most()).isEqualTo(yuan("100000000.00"));
    assertThat(channel.limits().closesEarly()).isEqualTo(Duration.ofSeconds(30));
    assertThat(channel.limits().shortest()).isEqualTo(Duration.ofSeconds(90));
    assertThat(channel.open(desk.trade("QR", channel.limits().most()))).isPresent();
  }

  private void assertTerms(Trade trade) {
    JsonNode books = books(trade);
    assertThat(books.path("total").asString()).isEqualTo("99.99");
    assertThat(books.path("subject").asString()).isEqualTo(String.valueOf(trade.subject()));
    assertThat(books.path("notifyUrl").asString()).isEqualTo(AlipayDesk.NOWHERE.toString());
    assertThat(books.path("expireAt").asString())
        .isEqualTo(trade.expireAt().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private JsonNode books(Trade trade) {
    return desk.control().trade(trade.payNo().value());
  }

  private static int visited(PayerAction action) throws IOException, InterruptedException {
    URI address = URI.create(Objects.requireNonNull(action.payUrl()));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).GET().build(), BodyHandlers.discarding())
        .statusCode();
  }
}
