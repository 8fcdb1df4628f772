package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.out.channel.wechat.WechatBench.API_KEY;
import static com.yuge.payment.out.channel.wechat.WechatBench.APP_ID;
import static com.yuge.payment.out.channel.wechat.WechatBench.KEY_ID;
import static com.yuge.payment.out.channel.wechat.WechatBench.MCH_ID;
import static com.yuge.payment.out.channel.wechat.WechatBench.OTHER_API_KEY;
import static com.yuge.payment.out.channel.wechat.WechatBench.PLATFORM;
import static com.yuge.payment.out.channel.wechat.WechatBench.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.Acknowledgement;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.CallbackReading.RefusalReason;
import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.callback.CallbackReading.Verified;
import com.yuge.payment.domain.callback.CallbackReading.VerifiedRefund;
import com.yuge.payment.domain.callback.RawCallback;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.callback.VerifiedRefundCallback;
import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.channel.ReplayWindow;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WechatCallbackReaderTest {
  private static final ChannelRefundNo REFUND_ID =
      new ChannelRefundNo("50000000382026030100000000001");

  private final WechatCallbackReader reader = reader();

  static WechatCallbackReader reader(WechatAccount... former) {
    return new WechatCallbackReader(
        WechatBench.accounts(former),
        new ReplayWindow(WechatClients.MOST_SKEW, Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  @Test
  void aPaymentIsToldWithThePriceAndTheTimeThatThePayerPaid() {
    RawCallback raw = Notice.ofPayment().raw();

    VerifiedCallback callback = ((Verified) reader.read(raw)).callback();

    assertThat(callback.id().value()).isEqualTo("0fd35fb1-6d0a-5b6b-a1f2-2f2e3a4b5c6d");
    assertThat(callback.channel()).hasToString("WECHAT");
    assertThat(callback.payload()).isEqualTo(new String(raw.body(), StandardCharsets.UTF_8));
    assertThat(callback.result())
        .isEqualTo(
            new ChannelResult(
                new PayNo(Notice.PAY_NO),
                ChannelResult.Status.SUCCESS,
                new TradeNo("4200001234202603010000000001"),
                yuan("99.99"),
                Instant.parse("2026-03-01T02:03:01Z")));
  }

  @Test
  void aPaymentOnAPageInsideWechatIsToldToo() {
    assertThat(reader.read(Notice.ofPayment().saying("\"NATIVE\"", "\"JSAPI\"").raw()))
        .isInstanceOf(Verified.class);
  }

  @Test
  void aRefundIsToldWithItsOwnAmount() {
    VerifiedRefundCallback callback = refund(Notice.ofRefund());

    assertThat(callback.refundNo()).isEqualTo(new RefundNo(Notice.REFUND_NO));
    assertThat(callback.status()).isEqualTo("SUCCESS");
    assertThat(callback.answer())
        .isEqualTo(
            new RefundAnswer.Done(yuan("40.00"), REFUND_ID, Instant.parse("2026-03-01T02:03:02Z")));
  }

  @Test
  void aRefundThatDidNotArriveIsAbnormal() {
    Notice notice = Notice.ofRefund().event("REFUND.ABNORMAL").saying("SUCCESS", "ABNORMAL");

    assertThat(refund(notice).answer())
        .isEqualTo(new RefundAnswer.Abnormal(new FailCode("ABNORMAL"), REFUND_ID));
  }

  @Test
  void aClosedRefundIsRefusedForGood() {
    Notice notice = Notice.ofRefund().event("REFUND.CLOSED").saying("SUCCESS", "CLOSED");

    assertThat(refund(notice).answer())
        .isEqualTo(new RefundAnswer.Refused(new FailCode("CLOSED"), true));
  }

  @Test
  void theCaseOfAHeaderDoesNotMatter() {
    RawCallback raw = Notice.ofPayment().raw();
    Map<String, String> headers = new HashMap<>();
    for (String name :
        new String[] {
          "Content-Type",
          "Wechatpay-Timestamp",
          "Wechatpay-Nonce",
          "Wechatpay-Serial",
          "Wechatpay-Signature"
        }) {
      headers.put(name.toUpperCase(Locale.ROOT), raw.header(name).orElseThrow());
    }

    assertThat(reader.read(new RawCallback("payments", headers, raw.body())))
        .isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, -299, 0, 299})
  void almostFiveMinutesEitherWayAreFine(long seconds) {
    Notice notice = Notice.ofPayment().aged(Duration.ofSeconds(seconds));

    assertThat(reader.read(notice.raw())).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301})
  void aSecondMoreIsTooMuch(long seconds) {
    Notice notice = Notice.ofPayment().aged(Duration.ofSeconds(seconds));

    assertThat(reader.read(notice.raw()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(RefusalReason.OUTSIDE_WINDOW));
  }

  @Test
  void aPaymentAtAFormerAccountIsBelieved() {
    WechatAccount former =
        WechatBench.account(
            "1900000009", "wx9", WechatBench.keys(STRANGER, "PUB_KEY_ID_9", OTHER_API_KEY));
    Notice notice =
        Notice.ofPayment()
            .saying(MCH_ID, "1900000009")
            .saying(APP_ID, "wx9")
            .header("Wechatpay-Serial", "PUB_KEY_ID_9")
            .signedBy(STRANGER.getPrivate())
            .encryptedFor(OTHER_API_KEY);

    assertThat(reader(former).read(notice.raw())).isInstanceOf(Verified.class);
    assertThat(reader.read(notice.raw())).isInstanceOf(Refused.class);
  }

  @Test
  void theOtherAppOfAMerchantIsAnAccountToo() {
    WechatAccount former =
        WechatBench.account(MCH_ID, "wx9", WechatBench.keys(PLATFORM, KEY_ID, API_KEY));
    Notice notice = Notice.ofPayment().saying(APP_ID, "wx9");

    assertThat(reader(former).read(notice.raw())).isInstanceOf(Verified.class);
  }

  @Test
  void theKeyOfVersion3IsReplacedWithoutLosingANotification() {
    WechatAccount before =
        WechatBench.account(MCH_ID, APP_ID, WechatBench.keys(PLATFORM, KEY_ID, OTHER_API_KEY));

    assertThat(reader(before).read(Notice.ofPayment().encryptedFor(OTHER_API_KEY).raw()))
        .isInstanceOf(Verified.class);
    assertThat(reader(before).read(Notice.ofPayment().raw())).isInstanceOf(Verified.class);
  }

  @Test
  void wechatsKeyIsReplacedWithoutLosingANotification() {
    WechatAccount before =
        WechatBench.account(MCH_ID, APP_ID, WechatBench.keys(STRANGER, "PUB_KEY_ID_9", API_KEY));
    Notice notice =
        Notice.ofPayment()
            .header("Wechatpay-Serial", "PUB_KEY_ID_9")
            .signedBy(STRANGER.getPrivate());

    assertThat(reader(before).read(notice.raw())).isInstanceOf(Verified.class);
  }

  @Test
  void aRefusalTellsWhatItWasAboutIfItWasSigned() {
    Refused refused = (Refused) reader.read(Notice.ofPayment().saying("CNY", "USD").raw());

    assertThat(refused.claim().payNo()).isEqualTo(new PayNo(Notice.PAY_NO));
    assertThat(refused.claim().signed()).isTrue();
  }

  @Test
  void itIsAcknowledgedAsWechatPayDocumentsIt() {
    assertThat(reader.accepted().status()).isEqualTo(200);
    assertThat(reader.accepted().body()).contains("\"code\":\"SUCCESS\"");
    assertThat(reader.refused(401))
        .isEqualTo(
            new Acknowledgement(
                401, "application/json", "{\"code\":\"FAIL\",\"message\":\"refused\"}"));
  }

  private VerifiedRefundCallback refund(Notice notice) {
    CallbackReading reading = reader.read(notice.raw());
    return ((VerifiedRefund) reading).callback();
  }
}
