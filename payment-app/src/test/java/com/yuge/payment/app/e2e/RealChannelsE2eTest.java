package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.channelfakes.alipay.FakeAlipayClient;
import com.yuge.payment.channelfakes.wechat.FakeWechatClient;
import com.yuge.payment.channelfakes.wechat.NotificationFaults;
import com.yuge.payment.channelfakes.wechat.NotificationFaults.Kind;
import com.yuge.payment.channelfakes.wechat.WechatFaults;
import com.yuge.payment.orderservice.Orders;
import com.yuge.payment.out.channel.SentCallback;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Money by WeChat Pay and Alipay, from the code that a payer scans to the last refund. */
class RealChannelsE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final RealChannels CHANNELS = RealChannels.start("payment_real_channels");

  private final Orders orderService = TestStack.ONE.orders();
  private final PaymentApi api = CHANNELS.api();
  private final RefundApi refunds = new RefundApi(api);
  private final FakeWechatClient wechat = CHANNELS.wechat().client();
  private final FakeAlipayClient alipay = CHANNELS.alipay().client();
  private final String orderNo = "REAL-" + UUID.randomUUID().toString().substring(0, 18);

  @AfterAll
  static void end() {
    CHANNELS.close();
  }

  @Test
  void aWechatCodeIsPaidAndAPartGoesBackAndItIsStillPaid() {
    String payNo = created("WECHAT", "60.00");
    Answer opened = api.pay(payNo);
    assertThat(payment(opened).path("type").asString()).isEqualTo("QR");
    assertThat(opened.text("payUrl")).startsWith("weixin://");
    assertThat(api.pay(payNo).text("payUrl")).isEqualTo(opened.text("payUrl"));

    assertThat(wechat.pressPay(payNo)).isEqualTo("SUCCESS");
    CHANNELS.stored().awaitStatus(payNo, "SUCCESS");
    awaitOrder("W", "PAID");

    assertThat(refunds.ask(payNo, "R1", "20.00").http()).isEqualTo(200);
    awaitOrder("W", "PARTLY_REFUNDED");
    assertThat(wechat.trade(payNo).path("state").asString()).isEqualTo("REFUND");
    assertThat(api.reconcile(payNo).http()).isEqualTo(200);
    Answer paid = api.find(payNo);
    assertThat(paid.text("status")).isEqualTo("SUCCESS");
    assertThat(paid.data().path("paidAmount").asDouble()).isEqualTo(60.0);
    assertThat(paid.data().path("refundedAmount").asDouble()).isEqualTo(20.0);
    assertThat(paid.data().path("unappliedPayments").isMissingNode()).isTrue();
  }

  @Test
  void anAlipayCodeIsPaidAndAllGoesBackInTwoPartsAndItIsStillPaid() {
    String payNo = created("ALIPAY", "60.00");
    Answer opened = api.pay(payNo);
    assertThat(payment(opened).path("type").asString()).isEqualTo("QR");
    assertThat(opened.text("payUrl")).startsWith("https://qr.alipay.com/");

    assertThat(alipay.pressPay(payNo)).isEqualTo("TRADE_SUCCESS");
    CHANNELS.stored().awaitStatus(payNo, "SUCCESS");
    awaitOrder("A", "PAID");

    assertThat(refunds.ask(payNo, "R1", "20.00").http()).isEqualTo(200);
    awaitOrder("A", "PARTLY_REFUNDED");
    assertThat(refunds.ask(payNo, "R2", "40.00").http()).isEqualTo(200);
    awaitOrder("A", "REFUNDED");
    assertThat(refunds.ask(payNo, "R3", "0.01").text("cause")).isEqualTo("EXCEEDS");
    assertThat(alipay.trade(payNo).path("state").asString()).isEqualTo("TRADE_CLOSED");
    assertThat(api.reconcile(payNo).http()).isEqualTo(200);
    assertThat(api.find(payNo).text("status")).isEqualTo("SUCCESS");
    assertThat(api.find(payNo).data().path("refundedAmount").asDouble()).isEqualTo(60.0);
  }

  @Test
  void aPayerInWechatsBrowserGetsTheParametersOfItsScript() {
    String payNo = created("WECHAT", "5.00");
    assertThat(pay(payNo, Map.of("product", "JSAPI")).http()).isEqualTo(400);

    Answer opened =
        pay(payNo, Map.of("product", "JSAPI", "payerId", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"));

    assertThat(payment(opened).path("type").asString()).isEqualTo("JSAPI");
    assertThat(payment(opened).path("params").path("package").asString()).startsWith("prepay_id=");
    assertThat(payment(opened).path("params").path("paySign").asString()).isNotEmpty();
    assertThat(api.find(payNo).data().path("payUrl").isMissingNode()).isTrue();
    assertThat(pay(payNo, Map.of("product", "NATIVE")).text("cause")).isEqualTo("DIFFERENT");
    assertThat(wechat.pressPay(payNo)).isEqualTo("SUCCESS");
    CHANNELS.stored().awaitStatus(payNo, "SUCCESS");
  }

  @Test
  void aPayerAtAComputerIsSentToAlipaysPage() {
    String payNo = created("ALIPAY", "5.00");

    Answer opened = pay(payNo, Map.of("product", "PAGE", "returnUrl", "https://shop.test/done"));

    assertThat(payment(opened).path("type").asString()).isEqualTo("REDIRECT");
    assertThat(opened.text("payUrl"))
        .startsWith(CHANNELS.alipay().gatewayUrl().toString())
        .contains("alipay.trade.page.pay");
    assertThat(api.find(payNo).text("status")).isEqualTo("PAYING");
  }

  @Test
  void whatNobodyPaidIsClosedThereAndHere() {
    String byWechat = created("WECHAT", "5.00");
    String byAlipay = created("ALIPAY", "5.00");
    assertThat(api.pay(byWechat).http()).isEqualTo(200);
    assertThat(api.pay(byAlipay).http()).isEqualTo(200);
    assertThat(alipay.scan(byAlipay)).isEqualTo("WAIT_BUYER_PAY");

    CHANNELS.stored().expire(byWechat);
    CHANNELS.stored().expire(byAlipay);

    CHANNELS.stored().awaitStatus(byWechat, "CLOSED");
    CHANNELS.stored().awaitStatus(byAlipay, "CLOSED");
    assertThat(wechat.trade(byWechat).path("state").asString()).isEqualTo("CLOSED");
    assertThat(alipay.trade(byAlipay).path("state").asString()).isEqualTo("TRADE_CLOSED");
  }

  /** The notification is lost for good. */
  @Test
  void moneyIsFoundByAsking() {
    String payNo = created("WECHAT", "5.00");
    assertThat(api.pay(payNo).http()).isEqualTo(200);
    wechat.spoil(payNo, WechatFaults.ofNotifications(NotificationFaults.of(Kind.LOST)));
    String before = wechat.pay(payNo, "5.00");

    assertThat(api.reconcile(payNo).text("result")).isEqualTo("DECIDED");

    assertThat(api.find(payNo).text("channelTradeNo")).isEqualTo(before);
  }

  /** Each is refused in its channel's words, changes nothing, and is in the log with its reason. */
  @ParameterizedTest
  @CsvSource({
    "wechat, payments, application/json, 401, BAD_SIGNATURE",
    "wechat, refunds, application/json, 401, BAD_SIGNATURE",
    "wechat, payments, text/plain, 415, NOT_JSON",
    "alipay, notify, application/x-www-form-urlencoded, 400, MALFORMED",
    "alipay, notify, application/json, 415, NOT_FORM"
  })
  void whatTheChannelDidNotSignIsRefusedAndLogged(
      String channel, String kind, String type, int status, String reason) {
    String body = "{\"id\":\"" + orderNo + "\"}";
    SentCallback sent = new SentCallback(kind, Map.of("Content-Type", type), body);
    HttpResponse<String> answer = api.callback(channel, sent);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(
            CHANNELS
                .database()
                .jdbc()
                .sql("SELECT reason FROM t_pay_callback_log WHERE raw_payload = ?")
                .param(body)
                .query(String.class)
                .list())
        .containsExactly(reason);
  }

  private String created(String channel, String amount) {
    String number = channel.charAt(0) + orderNo;
    orderService.reserve(number, new BigDecimal(amount));
    return api.post("/payments", Map.of("orderNo", number, "amount", amount, "channel", channel))
        .text("payNo");
  }

  private Answer pay(String payNo, Map<String, String> payer) {
    return api.post("/payments/" + payNo + "/pay", payer);
  }

  private static JsonNode payment(Answer opened) {
    assertThat(opened.http()).as("%s", opened.body()).isEqualTo(200);
    return opened.data().path("payment");
  }

  private void awaitOrder(String channel, String status) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(orderService.status(channel + orderNo)).contains(status));
  }
}
