package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.channelfakes.alipay.AlipayFaults;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.channelfakes.alipay.AlipayFaults.OfAnswer;
import com.yuge.payment.channelfakes.alipay.RefundFault;
import com.yuge.payment.channelfakes.alipay.RefundFault.Kind;
import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelAnswer;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.PayUrl;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Alipay can be made to do, and what the adapter makes of it: nothing but doubt. */
class AlipayFaultsTest {
  /** Enough for an answer that comes, and soon over for one that does not. */
  private static final Duration WAIT = Duration.ofSeconds(1);

  private static final AlipayAccount ACCOUNT = AlipayDesk.ACCOUNT;

  private final AlipayDesk desk = new AlipayDesk();
  private final Trade trade = desk.trade("QR", PRICE);
  private final String payNo = trade.payNo().value();

  @AfterEach
  void end() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, ERROR",
    "DROP, ERROR",
    "GARBAGE, ERROR",
    "UNSIGNED, ERROR",
    "WRONG_SIGNATURE, ERROR",
    "SYSTEM_ERROR, ERROR",
    "UNKNOWN_ERROR, ERROR",
    "FREQUENCY_LIMITED, REFUSED",
    "HANG, TIMEOUT"
  })
  void anAnswerThatGoesWrongIsUnknownAndEachCallIsMadeOnce(OfAnswer fault, Cause cause) {
    opened();
    String unused = desk.control().pressPay(payNo);
    desk.control().spoil(payNo, AlipayFaults.ofAnswers(fault));
    AlipayChannel spoilt = desk.channel(fault == OfAnswer.HANG ? WAIT : AlipayDesk.LONG, ACCOUNT);

    assertUnknown(spoilt.query(trade), cause);
    assertUnknown(spoilt.close(trade), cause);
    assertThatThrownBy(() -> spoilt.open(trade)).isInstanceOf(ChannelUnavailable.class);

    assertThat(desk.control().calls(Call.QUERY)).isOne();
    assertThat(desk.control().calls(Call.CLOSE)).isOne();
    assertThat(desk.control().calls(Call.PRECREATE)).isEqualTo(2);
    desk.control().behave();
    assertThat(desk.channel().query(trade)).isInstanceOf(QueryAnswer.Decided.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, ERROR",
    "DROP, ERROR",
    "GARBAGE, ERROR",
    "UNSIGNED, ERROR",
    "WRONG_SIGNATURE, ERROR",
    "SYSTEM_ERROR, ERROR",
    "UNKNOWN_ERROR, ERROR",
    "HANG, TIMEOUT"
  })
  void aRefundWithoutAnAnswerIsAskedForOnceAndFoundLater(OfAnswer fault, Cause cause) {
    RefundRequest request = desk.payAndRefund(yuan("40.00"));
    desk.control().spoil(request.payNo().value(), AlipayFaults.ofAnswers(fault, Call.REFUND));
    RefundGateway spoilt = desk.refunds(fault == OfAnswer.HANG ? WAIT : AlipayDesk.LONG);

    assertUnknown(spoilt.refund(request), cause);

    assertThat(desk.control().calls(Call.REFUND)).isOne();
    assertThat(desk.refunds(AlipayDesk.LONG).queryRefund(request).kind())
        .isEqualTo(RefundAnswer.Kind.DONE);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, DONE, DONE",
    "LATE, ACCEPTED, NO_REFUND",
    "LATE_SILENT, ACCEPTED, NO_REFUND",
    "REFUSED, REFUSED, NO_REFUND",
    "REFUSED_UNSIGNED, UNKNOWN, NO_REFUND",
    "DONE_AFTER_REFUSED, REFUSED, NO_REFUND",
    "NO_BALANCE, UNKNOWN, NO_REFUND"
  })
  void eachKindOfRefundIsTold(Kind kind, RefundAnswer.Kind asked, RefundAnswer.Kind queried) {
    RefundRequest request = desk.payAndRefund(yuan("40.00"));
    desk.control().spoil(request.payNo().value(), AlipayFaults.ofRefunds(RefundFault.of(kind)));
    RefundGateway refunds = desk.refunds(AlipayDesk.LONG);

    assertThat(refunds.refund(request).kind()).isEqualTo(asked);
    assertThat(refunds.queryRefund(request).kind()).isEqualTo(queried);
  }

  @Test
  void tooLittleMoneyIsNoFailureOfTheChannel() {
    RefundRequest request = desk.payAndRefund(yuan("40.00"));
    desk.control()
        .spoil(request.payNo().value(), AlipayFaults.ofRefunds(RefundFault.of(Kind.NO_BALANCE)));

    RefundAnswer answer = desk.refunds(AlipayDesk.LONG).refund(request);

    assertUnknown(answer, Cause.REFUSED);
    assertThat(answer.unknown().orElseThrow().detail()).contains("SELLER_BALANCE_NOT_ENOUGH");
  }

  @Test
  void aCloseWithoutAnAnswerHasClosed() {
    opened();
    String unused = desk.control().scan(payNo);
    desk.control().spoil(payNo, AlipayFaults.ofAnswers(OfAnswer.DROP, Call.CLOSE));

    assertUnknown(desk.channel().close(trade), Cause.ERROR);
    assertThat(desk.channel().query(trade)).isEqualTo(new QueryAnswer.ClosedUnpaid());
  }

  @Test
  void aTradeThatWasGivenBackAsAWholeIsStillPaid() {
    opened();
    desk.control().spoil(payNo, AlipayFaults.NONE.coupon(new BigDecimal("10.00")));
    String unused = desk.control().pressPay(payNo);
    ChannelResult paid = decided();
    RefundRequest whole = desk.refundOf(trade, String.valueOf(paid.tradeNo()), PRICE);

    assertThat(desk.refunds(AlipayDesk.LONG).refund(whole).kind())
        .isEqualTo(RefundAnswer.Kind.DONE);

    assertThat(desk.control().trade(payNo).path("state").asString()).isEqualTo("TRADE_CLOSED");
    assertThat(decided()).isEqualTo(paid);
    assertThat(paid.amount()).isEqualTo(PRICE);
  }

  @Test
  void anUnscannedCodeIsUnpaidUntilItExpiresAndCannotBeClosed() {
    opened();

    assertThat(desk.channel().query(trade)).isEqualTo(new QueryAnswer.Unpaid());
    assertUnknown(desk.channel().close(trade), Cause.REFUSED);
  }

  @Test
  void aWrongKeyOfOursIsNoAnswer() {
    AlipayAccount other = AlipayDesk.account(AnotherApp.KEYS);
    AlipayAccount wrong =
        new AlipayAccount(
            ACCOUNT.appId(), ACCOUNT.sellerId(), other.appKey(), ACCOUNT.alipayKeys());

    QueryAnswer answer = desk.channel(AlipayDesk.LONG, wrong).query(trade);

    assertUnknown(answer, Cause.ERROR);
    assertThat(answer.unknown().orElseThrow().detail()).contains("isv.invalid-signature");
  }

  @Test
  void ordersOfAFormerAccountAreQueriedThere() {
    opened();
    String unused = desk.control().pressPay(payNo);
    AlipayAccount current = AlipayDesk.account(AnotherApp.KEYS);

    assertThat(desk.channel(AlipayDesk.LONG, current, ACCOUNT).query(trade))
        .isInstanceOf(QueryAnswer.Decided.class);
  }

  @Test
  void anAccountThatIsNotConfiguredIsNotAsked() {
    AlipayAccount current = AlipayDesk.account(AnotherApp.KEYS);
    AlipayChannel channel = desk.channel(AlipayDesk.LONG, current);

    assertUnknown(channel.query(trade), Cause.NOT_ASKED);
    assertUnknown(channel.close(trade), Cause.NOT_ASKED);
    assertThat(channel.query(trade).unknown().orElseThrow().detail())
        .isEqualTo("account " + ACCOUNT.id() + " is not configured");
    assertThat(desk.control().calls(Call.QUERY)).isZero();
  }

  @Test
  void aProductOfAFormerAccountIsNotOpened() {
    Trade gone =
        new Trade(
            trade.payNo(),
            PRICE,
            trade.subject(),
            trade.expireAt(),
            new ChannelAccount("1:2", "PAGE"),
            trade.payer());

    assertThatThrownBy(() -> desk.channel().action(gone, null, null))
        .isInstanceOf(ChannelUnavailable.class);
  }

  private void opened() {
    Optional<PayUrl> unused = desk.channel().open(trade);
  }

  private ChannelResult decided() {
    return ((QueryAnswer.Decided) desk.channel().query(trade)).result();
  }

  private static void assertUnknown(ChannelAnswer answer, Cause cause) {
    assertThat(answer.unknown().orElseThrow().cause()).isEqualTo(cause);
  }
}
