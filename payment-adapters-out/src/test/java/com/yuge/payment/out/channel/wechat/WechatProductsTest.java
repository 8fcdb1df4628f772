package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.out.channel.wechat.FakeWechatDesk.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.channelfakes.rsa.RsaPem;
import com.yuge.payment.channelfakes.rsa.RsaSignature;
import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.OpenOptions;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.PayerAction;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;

/** The two products, Native and JSAPI: what is sent, and what the payer's client gets. */
class WechatProductsTest {
  private static final Payer PAYER = new Payer("o-payer", "192.0.2.1");

  @TempDir private static Path folder;

  private final FakeWechatDesk desk = FakeWechatDesk.in(folder);
  private final WechatChannel channel = desk.channel();

  @AfterEach
  void end() {
    desk.close();
  }

  @Test
  void nativeIsTheUsualProduct() {
    assertThat(channel.account(OpenOptions.USUAL))
        .isEqualTo(new ChannelAccount(KEYS.mchId() + ":" + KEYS.appId(), "NATIVE"));
  }

  @Test
  void jsapiNeedsThePayer() {
    assertThat(channel.account(new OpenOptions("JSAPI", PAYER)).product()).isEqualTo("JSAPI");
    assertThatThrownBy(() -> channel.account(new OpenOptions("JSAPI", Payer.UNKNOWN)))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("payerId breaks the rule payer-id-required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"APP", "MWEB", "MICROPAY", "QR"})
  void noOtherProductIsOffered(String product) {
    assertThatThrownBy(() -> channel.account(new OpenOptions(product, PAYER)))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("product breaks the rule product");
  }

  @Test
  void whatIsSentIsTheOrdersOwn() {
    Trade trade = desk.trade("JSAPI", PAYER);
    Optional<PayUrl> unused = channel.open(trade);

    JsonNode sent = sent(trade);

    assertThat(sent.path("mchid").asString()).isEqualTo(KEYS.mchId());
    assertThat(sent.path("appid").asString()).isEqualTo(KEYS.appId());
    assertThat(sent.path("description").asString()).isEqualTo("two tickets");
    assertThat(sent.path("notify_url").asString()).isEqualTo(FakeWechatDesk.NOWHERE.toString());
    assertThat(sent.path("amount").toString()).isEqualTo("{\"total\":9999,\"currency\":\"CNY\"}");
    assertThat(sent.path("payer").path("openid").asString()).isEqualTo("o-payer");
    assertThat(sent.path("scene_info").path("payer_client_ip").asString()).isEqualTo("192.0.2.1");
    assertThat(sent.path("time_expire").asString())
        .matches("[0-9-]{10}T[0-9:]{8}\\+08:00")
        .isEqualTo(WechatTime.text(trade.expireAt()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NATIVE", "JSAPI"})
  void openingAgainSendsTheSame(String product) {
    Trade trade = desk.trade(product, PAYER);
    Optional<PayUrl> first = channel.open(trade);
    JsonNode sent = sent(trade);

    assertThat(desk.channel().open(trade)).isEqualTo(first);
    assertThat(sent(trade)).isEqualTo(sent);
  }

  @Test
  void aQrCodeIsShown() {
    Trade trade = desk.opened();
    PayUrl url = channel.open(trade).orElseThrow();

    assertThat(channel.action(trade, url, null)).isEqualTo(PayerAction.qr(url.value()));
    assertThat(url.value()).startsWith("weixin://");
  }

  @Test
  void aPageInsideWechatGetsWhatTheMerchantSigns() {
    Trade trade = desk.trade("JSAPI", PAYER);
    PayUrl prepayId = channel.open(trade).orElseThrow();

    PayerAction action = channel.action(trade, prepayId, null);

    Map<String, String> params = action.params();
    assertThat(action.type()).isEqualTo(PayerAction.Type.JSAPI);
    assertThat(params).containsEntry("appId", KEYS.appId()).containsEntry("signType", "RSA");
    assertThat(params).containsEntry("package", "prepay_id=" + prepayId);
    String signed =
        String.join(
            "\n",
            params.get("appId"),
            params.get("timeStamp"),
            params.get("nonceStr"),
            params.get("package"),
            "");
    assertThat(
            RsaSignature.verifies(
                signed,
                params.getOrDefault("paySign", ""),
                RsaPem.publicKey(KEYS.merchantPublicKeyPem())))
        .isTrue();
  }

  @Test
  void eachCallSignsAnew() {
    Trade trade = desk.trade("JSAPI", PAYER);
    PayUrl prepayId = channel.open(trade).orElseThrow();

    assertThat(channel.action(trade, prepayId, null).params().get("nonceStr"))
        .isNotEqualTo(channel.action(trade, prepayId, null).params().get("nonceStr"));
  }

  @Test
  void aPaymentOnAPageIsPaid() {
    Trade trade = desk.trade("JSAPI", PAYER);
    Optional<PayUrl> unused = channel.open(trade);
    String paid = desk.control().pressPay(trade.payNo().value());

    ChannelResult result = ((QueryAnswer.Decided) channel.query(trade)).result();

    assertThat(paid).isEqualTo("SUCCESS");
    assertThat(result.isPaid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"okhttp3.OkHttpClient", "org.apache.http.client.HttpClient", "kotlin.Unit"})
  void nothingOfTheSdksOwnHttpClientsIsNeeded(String name) {
    assertThat(ClassUtils.isPresent(name, null)).isFalse();
  }

  @Test
  void thePriceOfTheOrderCountsInFen() {
    assertThat(Fen.of(yuan("0.29"))).isEqualTo(29);
    assertThat(Fen.of(yuan("21474836.47"))).isEqualTo(Integer.MAX_VALUE);
    assertThat(Fen.money(29L)).isEqualTo(yuan("0.29"));
    assertThat(Fen.of(Money.cny(Money.MAX))).isEqualTo(999_999_999_999L);
  }

  @Test
  void largerAmountsThanTheSdkCountsAreRefusedBefore() {
    assertThat(channel.limits().takes(yuan("21474836.47"))).isTrue();
    assertThat(channel.limits().takes(yuan("21474836.48"))).isFalse();
    assertThat(channel.limits().closesEarly()).isEqualTo(Duration.ofSeconds(30));
    assertThat(channel.limits().shortest()).isEqualTo(Duration.ofSeconds(90));
  }

  private JsonNode sent(Trade trade) {
    return desk.control().trade(trade.payNo().value()).path("request");
  }
}
