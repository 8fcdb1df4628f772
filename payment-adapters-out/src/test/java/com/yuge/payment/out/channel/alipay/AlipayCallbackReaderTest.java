package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.out.channel.alipay.SentNotification.paid;
import static com.yuge.payment.out.channel.alipay.SentNotification.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.alipay.FakeAlipayKeys;
import com.yuge.payment.domain.callback.Acknowledgement;
import com.yuge.payment.domain.callback.CallbackReading;
import com.yuge.payment.domain.callback.CallbackReading.DecidesNothing;
import com.yuge.payment.domain.callback.CallbackReading.Refused;
import com.yuge.payment.domain.callback.CallbackReading.Verified;
import com.yuge.payment.domain.callback.CallbackReading.VerifiedRefund;
import com.yuge.payment.domain.callback.VerifiedCallback;
import com.yuge.payment.domain.callback.VerifiedRefundCallback;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelResult.Status;
import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.channel.FalseCallback;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the channel sends, and what it does not. */
class AlipayCallbackReaderTest {
  private static final int LEAST = 60;
  private static final FakeAlipayKeys FORMER = AnotherApp.KEYS;

  private final AlipayCallbackReader reader =
      new AlipayCallbackReader(
          new AlipayAccounts(List.of(AlipayDesk.ACCOUNT, AlipayDesk.account(FORMER))),
          new NotificationWindow(Clock.fixed(NOW, ZoneOffset.UTC)));

  @ParameterizedTest
  @ValueSource(strings = {"TRADE_SUCCESS", "TRADE_FINISHED"})
  void aPaymentIsReadWithTheOrdersAmountAndTheTimeOfPayment(String status) {
    SentNotification sent = paid().with("trade_status", status).signed();

    assertThat(reader.read(sent.raw()))
        .isInstanceOfSatisfying(
            Verified.class,
            verified -> {
              VerifiedCallback callback = verified.callback();
              assertThat(callback.id().value()).isEqualTo(SentNotification.NOTIFY_ID);
              assertThat(callback.channel()).isEqualTo(AlipayChannel.NAME);
              assertThat(callback.payload()).isEqualTo(sent.body());
              assertThat(callback.result())
                  .isEqualTo(
                      new ChannelResult(
                          new PayNo(SentNotification.PAY_NO),
                          Status.SUCCESS,
                          new TradeNo(SentNotification.TRADE_NO),
                          yuan("99.99"),
                          Instant.parse("2026-03-01T02:02:58Z")));
            });
  }

  @Test
  void aNotificationOfAFormerAccountIsReadWithItsKey() {
    SentNotification sent =
        paid()
            .with("app_id", FORMER.appId())
            .with("seller_id", FORMER.sellerId())
            .signed(FORMER.alipayPrivateKeyPem(), "RSA2");

    assertThat(reader.read(sent.raw())).isInstanceOf(Verified.class);
  }

  @Test
  void aSellerThatTheAppHadBeforeIsStillOurs() {
    AlipayAccount now = AlipayDesk.ACCOUNT;
    AlipayAccount before =
        new AlipayAccount(now.appId(), FORMER.sellerId(), now.appKey(), now.alipayKeys());
    AlipayCallbackReader changed =
        new AlipayCallbackReader(
            new AlipayAccounts(List.of(now, before)),
            new NotificationWindow(Clock.fixed(NOW, ZoneOffset.UTC)));
    SentNotification late = paid().with("seller_id", FORMER.sellerId()).signed();

    assertThat(changed.read(late.raw())).isInstanceOf(Verified.class);
    assertThat(changed.read(paid().signed().raw())).isInstanceOf(Verified.class);
    assertThat(reader.read(late.raw())).isInstanceOf(Refused.class);
  }

  @Test
  void aKeyThatAlipayReplacedIsStillBelieved() {
    FakeAlipayKeys replaced = AnotherApp.KEYS;
    AlipayAccount rotating =
        AlipayDesk.ACCOUNT.withKeysOf(
            new AlipayAccount(
                AlipayDesk.ACCOUNT.appId(),
                AlipayDesk.ACCOUNT.sellerId(),
                AlipayDesk.ACCOUNT.appKey(),
                List.of(AlipayDesk.base64(replaced.alipayPublicKeyPem()))));
    AlipayCallbackReader rotated =
        new AlipayCallbackReader(
            new AlipayAccounts(List.of(rotating)),
            new NotificationWindow(Clock.fixed(NOW, ZoneOffset.UTC)));
    SentNotification old = paid().signed(replaced.alipayPrivateKeyPem(), "RSA2");

    assertThat(rotated.read(old.raw())).isInstanceOf(Verified.class);
    assertThat(rotated.read(paid().signed().raw())).isInstanceOf(Verified.class);
    assertThat(reader.read(old.raw())).isInstanceOf(Refused.class);
  }

  @Test
  void aSellerOrATimeOfPaymentMayBeLeftOut() {
    assertThat(reader.read(paid().without("seller_id").signed().raw()))
        .isInstanceOf(Verified.class);
    assertThat(reader.read(paid().without("gmt_payment").signed().raw()))
        .isInstanceOfSatisfying(
            Verified.class, verified -> assertThat(verified.callback().result().paidAt()).isNull());
  }

  @Test
  void theLastTryAfterMoreThanADayIsRead() {
    SentNotification last = paid().sentAt(NOW.minus(Duration.ofHours(25))).signed();

    assertThat(reader.read(last.raw())).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRADE_SUCCESS", "TRADE_FINISHED", "TRADE_CLOSED"})
  void aRefundIsToldWithoutAnAnswerSoThatItIsQueried(String status) {
    SentNotification sent = refunded().with("trade_status", status).signed();

    assertThat(reader.read(sent.raw()))
        .isInstanceOfSatisfying(
            VerifiedRefund.class,
            refund -> {
              VerifiedRefundCallback callback = refund.callback();
              assertThat(callback.refundNo()).isEqualTo(new RefundNo(SentNotification.REFUND_NO));
              assertThat(callback.answer()).isNull();
              assertThat(callback.status()).isEqualTo(status);
            });
  }

  @Test
  void aTotalOfNoRefundsIsNoRefund() {
    assertThat(reader.read(paid().with("refund_fee", "0.00").signed().raw()))
        .isInstanceOf(Verified.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("corpus")
  void nothingElseIsAPayment(FalseCallback bad) {
    CallbackReading reading = reader.read(bad.sent().raw());

    assertThat(reading).isNotInstanceOf(Verified.class);
    assertThat(told(reading)).isEqualTo(bad.reason());
  }

  static Stream<FalseCallback> corpus() {
    return AlipayCorpus.about(SentNotification.FIXED);
  }

  @Test
  void theCorpusIsLargeAndNamesEachCaseOnce() {
    assertThat(corpus())
        .hasSizeGreaterThan(LEAST)
        .extracting(FalseCallback::name)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"-PT25H59M59S, true", "-PT26H1S, false", "PT5M, true", "PT5M1S, false"})
  void theWindowIsOfTwentySixHoursAndFiveMinutes(Duration fromNow, boolean counts) {
    CallbackReading reading = reader.read(paid().sentAt(NOW.plus(fromNow)).signed().raw());

    assertThat(reading instanceof Verified).isEqualTo(counts);
  }

  private static String told(CallbackReading reading) {
    if (reading instanceof Refused refused) {
      InvalidValue invalid = refused.invalid();
      return refused.refusal() + (invalid == null ? "" : " " + invalid.field());
    }
    if (reading instanceof VerifiedRefund refund) {
      return refund.callback().answer() == null ? "CHECK_DUE" : reading.toString();
    }
    return reading instanceof DecidesNothing nothing
        ? "DECIDES_NOTHING " + nothing.claim().status()
        : reading.toString();
  }

  @Test
  void aRefusalTellsWhatWasClaimed() {
    CallbackReading forged = reader.read(paid().signed().with("total_amount", "0.01").raw());
    CallbackReading old = reader.read(paid().sentAt(NOW.minus(Duration.ofDays(2))).signed().raw());

    assertThat(((Refused) forged).claim().signed()).isFalse();
    assertThat(((Refused) forged).claim().payNo()).isEqualTo(new PayNo(SentNotification.PAY_NO));
    assertThat(((Refused) forged).claim().status()).isEqualTo("TRADE_SUCCESS");
    assertThat(((Refused) old).claim().signed()).isTrue();
  }

  @Test
  void alipayStopsForOneWord() {
    assertThat(reader.accepted())
        .isEqualTo(new Acknowledgement(200, "text/plain;charset=UTF-8", "success"));
    assertThat(reader.refused(401))
        .isEqualTo(new Acknowledgement(401, "text/plain;charset=UTF-8", "fail"));
    assertThat(AlipayCallbackReader.PATH).isEqualTo("/channels/alipay/notify");
    assertThat(reader.kinds()).containsExactly("notify");
  }
}
