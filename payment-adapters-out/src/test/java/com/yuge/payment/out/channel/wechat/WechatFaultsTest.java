package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.out.channel.wechat.FakeWechatDesk.LONG;
import static com.yuge.payment.out.channel.wechat.WechatAnswersTest.meaning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.yuge.payment.channelfakes.wechat.RefundFaults;
import com.yuge.payment.channelfakes.wechat.RefundFaults.Kind;
import com.yuge.payment.channelfakes.wechat.WechatFaults;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import com.yuge.payment.channelfakes.wechat.WechatFaults.OfAnswer;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A channel that misbehaves: nothing follows from it, and nothing is asked twice. */
class WechatFaultsTest {
  private static final Duration SHORT = Duration.ofMillis(400);

  @TempDir private static Path folder;

  private final FakeWechatDesk desk = FakeWechatDesk.in(folder);

  @AfterEach
  void end() {
    desk.close();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"NONE", "NOT_FOUND"})
  void aBadAnswerDecidesNothingAndNothingIsAskedTwice(OfAnswer fault) {
    Trade trade = desk.opened();
    RefundRequest refund = desk.payAndRefund();
    int opened = desk.control().calls(Call.NATIVE);
    WechatChannel channel = desk.channel(wait(fault));
    WechatRefunds refunds = desk.refunds(wait(fault));
    desk.control().spoil(WechatFaults.ofAnswers(fault));

    assertThat(channel.query(trade)).isInstanceOf(QueryAnswer.Unknown.class);
    assertThat(channel.close(trade)).isInstanceOf(CloseAnswer.Unknown.class);
    assertThat(refunds.refund(refund)).isInstanceOf(RefundAnswer.Unknown.class);
    assertThat(refunds.queryRefund(refund)).isInstanceOf(RefundAnswer.Unknown.class);
    assertThatExceptionOfType(ChannelUnavailable.class)
        .isThrownBy(() -> channel.open(desk.trade("NATIVE", Payer.UNKNOWN)));

    assertThat(desk.control().calls(Call.QUERY)).isEqualTo(1);
    assertThat(desk.control().calls(Call.CLOSE)).isEqualTo(1);
    assertThat(desk.control().calls(Call.REFUND)).isEqualTo(1);
    assertThat(desk.control().calls(Call.QUERY_REFUND)).isEqualTo(1);
    assertThat(desk.control().calls(Call.NATIVE)).isEqualTo(opened + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "HANG, TIMEOUT",
    "DROP, ERROR",
    "ERROR, ERROR",
    "UNSIGNED, ERROR",
    "SYSTEM_ERROR, ERROR",
    "FREQUENCY_LIMITED, REFUSED",
    "RULE_LIMIT, REFUSED"
  })
  void theReasonTellsWhoseFaultItIs(OfAnswer fault, Cause cause) {
    Trade trade = desk.opened();
    WechatChannel channel = desk.channel(wait(fault));
    desk.control().spoil(WechatFaults.ofAnswers(fault));

    assertThat(meaning(channel.query(trade))).isEqualTo("UNKNOWN " + cause);
  }

  private static Duration wait(OfAnswer fault) {
    return fault == OfAnswer.HANG ? SHORT : LONG;
  }

  @Test
  void whatWasDoneWithoutAnAnswerIsFoundLater() {
    RefundRequest refund = desk.payAndRefund();
    desk.control().spoil(WechatFaults.ofAnswers(OfAnswer.UNSIGNED));
    assertThat(meaning(desk.refunds().refund(refund))).isEqualTo("UNKNOWN ERROR");

    desk.control().behave();

    assertThat(desk.refunds().queryRefund(refund)).isInstanceOf(RefundAnswer.Done.class);
    assertThat(desk.refunds().refund(refund)).isInstanceOf(RefundAnswer.Done.class);
  }

  @Test
  void anAnswerSignedSixMinutesAgoIsNoAnswer() {
    Trade trade = desk.opened();
    desk.control().spoil(WechatFaults.NONE.skewed(-360));

    assertThat(desk.channel().query(trade).unknown().orElseThrow().detail())
        .endsWith("signed at another time than now");
  }

  @Test
  void aCouponLowersWhatThePayerPaysAndNotWhatTheOrderIsPaidWith() {
    desk.control().spoil(WechatFaults.NONE.coupon(new BigDecimal("10.00")));
    Trade trade = desk.opened();
    String unused = desk.control().pressPay(trade.payNo().value());

    QueryAnswer answer = desk.channel().query(trade);

    assertThat(((QueryAnswer.Decided) answer).result().amount()).isEqualTo(trade.amount());
    assertThat(desk.control().trade(trade.payNo().value()).at("/payments/0/payerTotal").asString())
        .isEqualTo("89.99");
  }

  @Test
  void aTradeStaysPaidAfterARefundOfAllOfIt() {
    RefundRequest half = desk.payAndRefund();
    RefundRequest all =
        new RefundRequest(
            half.refundNo(),
            half.payNo(),
            half.tradeNo(),
            half.tradeAmount(),
            half.tradeAmount(),
            half.reason(),
            null);
    assertThat(desk.refunds().refund(all)).isInstanceOf(RefundAnswer.Done.class);
    assertThat(desk.control().trade(half.payNo().value()).path("state").asString())
        .isEqualTo("REFUND");

    Trade trade = new Trade(half.payNo(), half.tradeAmount(), null, Instant.now().plus(LONG));
    assertThat(desk.channel().query(trade).key()).isEqualTo("SUCCESS");
    assertThat(desk.channel().close(trade)).isEqualTo(new CloseAnswer.AlreadyPaid());
  }

  @ParameterizedTest
  @CsvSource({"NOT_ENOUGH, UNKNOWN REFUSED", "REFUSED, UNKNOWN REFUSED", "LATE, ACCEPTED"})
  void aRefundThatIsNotMadeMeans(Kind kind, String meaning) {
    RefundRequest refund = desk.payAndRefund();
    desk.control().spoil(WechatFaults.ofRefunds(RefundFaults.of(kind)));

    assertThat(meaning(desk.refunds().refund(refund))).isEqualTo(meaning);
  }

  @Test
  void anAbnormalRefundMayStillArrive() {
    RefundRequest refund = desk.payAndRefund();
    desk.control().spoil(WechatFaults.ofRefunds(RefundFaults.of(Kind.ABNORMAL)));

    assertThat(desk.refunds().refund(refund)).isInstanceOf(RefundAnswer.Abnormal.class);
    desk.control().decideRefund(refund.refundNo().value(), "SUCCESS");
    assertThat(desk.refunds().queryRefund(refund)).isInstanceOf(RefundAnswer.Done.class);
  }

  @Test
  void aClosedRefundIsRefusedForGood() {
    RefundRequest refund = desk.payAndRefund();
    desk.control().spoil(WechatFaults.ofRefunds(RefundFaults.of(Kind.CLOSED)));

    assertThat(desk.refunds().refund(refund))
        .isEqualTo(new RefundAnswer.Refused(new FailCode("CLOSED"), true));
  }
}
