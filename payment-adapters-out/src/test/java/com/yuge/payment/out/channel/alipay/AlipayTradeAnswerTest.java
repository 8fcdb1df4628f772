package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.CloseAnswer;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.out.channel.ChannelCallException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What each signed answer about a trade means. */
class AlipayTradeAnswerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant EXPIRY = NOW.plus(Duration.ofMinutes(30));
  private static final Instant LATE = EXPIRY.plusMillis(1);

  private final Trade trade = new Trade(new PayNo(SentNotification.PAY_NO), PRICE, SUBJECT, EXPIRY);

  private static Map<String, Object> paid() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", "10000");
    fields.put("msg", "Success");
    fields.put("trade_no", SentNotification.TRADE_NO);
    fields.put("out_trade_no", SentNotification.PAY_NO);
    fields.put("trade_status", "TRADE_SUCCESS");
    fields.put("total_amount", "99.99");
    fields.put("receipt_amount", "0.00");
    fields.put("buyer_pay_amount", "89.99");
    fields.put("send_pay_date", "2026-03-01 10:02:58");
    return fields;
  }

  private static Map<String, Object> with(String name, Object value) {
    Map<String, Object> fields = paid();
    fields.put(name, value);
    return fields;
  }

  private static Map<String, Object> without(String name) {
    Map<String, Object> fields = paid();
    fields.remove(name);
    return fields;
  }

  private static Map<String, Object> refusal(String code, String subCode) {
    return Map.of("code", code, "msg", "Business Failed", "sub_code", subCode);
  }

  private AlipayTradeAnswer answer(Map<String, Object> fields, Instant at) {
    SignedText text = new SignedText("alipay.trade.query");
    AlipayAnswer answer = text.read(text.signed(JSON.writeValueAsString(fields)));
    return new AlipayTradeAnswer(answer, trade, AlipayDesk.ACCOUNT, at);
  }

  private QueryAnswer queried(Map<String, Object> fields) {
    return answer(fields, NOW).toQuery();
  }

  private static void assertUnknown(Runnable call, Cause cause) {
    assertThatExceptionOfType(ChannelCallException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.reason().cause()).isEqualTo(cause));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRADE_SUCCESS", "TRADE_FINISHED", "TRADE_CLOSED"})
  void aTradeWithATimeOfPaymentIsPaidWithTheOrdersAmount(String status) {
    ChannelResult result = ((QueryAnswer.Decided) queried(with("trade_status", status))).result();

    assertThat(result.isPaid()).isTrue();
    assertThat(result.amount()).isEqualTo(yuan("99.99"));
    assertThat(String.valueOf(result.tradeNo())).isEqualTo(SentNotification.TRADE_NO);
    assertThat(result.paidAt()).isEqualTo(Instant.parse("2026-03-01T02:02:58Z"));
  }

  @Test
  void aClosedTradeWithoutATimeOfPaymentIsUnpaid() {
    Map<String, Object> closed = without("send_pay_date");
    closed.put("trade_status", "TRADE_CLOSED");

    assertThat(queried(closed)).isEqualTo(new QueryAnswer.ClosedUnpaid());
  }

  @Test
  void aPaidTradeMayTellNoTime() {
    ChannelResult result = ((QueryAnswer.Decided) queried(without("send_pay_date"))).result();

    assertThat(result.isPaid()).isTrue();
    assertThat(result.paidAt()).isNull();
  }

  @Test
  void aTradeThatWaitsForItsPayerIsUnpaid() {
    assertThat(queried(with("trade_status", "WAIT_BUYER_PAY"))).isEqualTo(new QueryAnswer.Unpaid());
  }

  @Test
  void aTradeThatAlipayDoesNotHaveCanBePaidUntilItExpires() {
    Map<String, Object> none = refusal("40004", "ACQ.TRADE_NOT_EXIST");

    assertThat(answer(none, NOW).toQuery()).isEqualTo(new QueryAnswer.Unpaid());
    assertThat(answer(none, EXPIRY).toQuery()).isEqualTo(new QueryAnswer.Unpaid());
    assertThat(answer(none, LATE).toQuery()).isEqualTo(new QueryAnswer.TradeNotFound());
  }

  @Test
  void itIsClosedOnlyWhenItHasExpired() {
    Map<String, Object> none = refusal("40004", "ACQ.TRADE_NOT_EXIST");

    assertThat(answer(none, NOW).toClose().unknown().orElseThrow().cause())
        .isEqualTo(Cause.REFUSED);
    assertThat(answer(none, LATE).toClose()).isEqualTo(new CloseAnswer.TradeNotFound());
  }

  @Test
  void aCloseThatIsDoneHasClosed() {
    assertThat(answer(paid(), NOW).toClose()).isEqualTo(new CloseAnswer.Closed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ACQ.TRADE_STATUS_ERROR",
        "ACQ.REASON_TRADE_STATUS_INVALID",
        "ACQ.REASON_ILLEGAL_STATUS",
        "ACQ.TRADE_HAS_SUCCESS",
        "ACQ.TRADE_HAS_FINISHED"
      })
  void aTradeThatDoesNotWaitIsQueriedAgain(String code) {
    assertThat(answer(refusal("40004", code), LATE).toClose())
        .isEqualTo(new CloseAnswer.AlreadyPaid());
  }

  @ParameterizedTest
  @CsvSource({
    "20000, isp.unknow-error, ERROR",
    "20000, aop.ACQ.SYSTEM_ERROR, ERROR",
    "20000, ACQ.TRADE_NOT_EXIST, ERROR",
    "20001, aop.invalid-auth-token, ERROR",
    "40001, isv.missing-method, ERROR",
    "40002, isv.invalid-signature, ERROR",
    "40006, isv.insufficient-isv-permissions, ERROR",
    "40005, isv.app-call-limited, REFUSED",
    "40004, ACQ.SYSTEM_ERROR, ERROR",
    "40004, AQC.SYSTEM_ERROR, ERROR",
    "40004, ACQ.INVALID_PARAMETER, REFUSED",
    "40004, ACQ.SOMETHING_NEW, REFUSED",
    "10003, '', ERROR",
    "'', ACQ.TRADE_NOT_EXIST, ERROR"
  })
  void anyOtherRefusalIsUnknown(String code, String subCode, Cause cause) {
    AlipayTradeAnswer answer = answer(refusal(code, subCode), LATE);

    assertUnknown(answer::toQuery, cause);
    assertUnknown(answer::toClose, cause);
    assertUnknown(answer::qrCode, cause);
  }

  @ParameterizedTest
  @CsvSource({
    "out_trade_no, PAY20260301020304567123456789142",
    "out_trade_no, ''",
    "trade_no, ''",
    "trade_no, 'a b'",
    "trade_status, ''",
    "trade_status, SUCCESS",
    "trade_status, TRADE_REFUND",
    "total_amount, ''",
    "total_amount, 99.9",
    "total_amount, 99.990",
    "total_amount, -99.99",
    "total_amount, 0.00",
    "total_amount, 1E2",
    "total_amount, '99,99'",
    "send_pay_date, 2026-03-01T10:02:58",
    "send_pay_date, 2026-02-30 10:02:58",
    "seller_id, 2088000000000000",
    "trans_currency, USD"
  })
  void anAnswerThatDoesNotFitIsUnknown(String field, String value) {
    assertUnknown(() -> queried(with(field, value)), Cause.ERROR);
  }

  @Test
  void anAmountMustBeAText() {
    assertUnknown(() -> queried(with("total_amount", 99.99)), Cause.ERROR);
    assertUnknown(() -> queried(without("total_amount")), Cause.ERROR);
  }

  @Test
  void aCloseOfAnotherTradeIsUnknown() {
    Map<String, Object> other = with("out_trade_no", "PAY20260301020304567123456789142");

    assertUnknown(() -> answer(other, NOW).toClose(), Cause.ERROR);
  }

  @Test
  void theSellerAndTheCurrencyMayBeNamed() {
    Map<String, Object> named = with("seller_id", AlipayDesk.KEYS.sellerId());
    named.put("trans_currency", "CNY");

    assertThat(queried(named)).isInstanceOf(QueryAnswer.Decided.class);
  }

  @Test
  void aQrCodeIsAnAddressOfTheSameOrder() {
    Map<String, Object> opened = with("qr_code", "https://qr.alipay.com/bax1");

    assertThat(answer(opened, NOW).qrCode()).hasToString("https://qr.alipay.com/bax1");
    opened.put("out_trade_no", "PAY20260301020304567123456789142");
    assertUnknown(() -> answer(opened, NOW).qrCode(), Cause.ERROR);
    assertUnknown(() -> answer(with("qr_code", "javascript:1"), NOW).qrCode(), Cause.ERROR);
    assertUnknown(() -> answer(paid(), NOW).qrCode(), Cause.ERROR);
  }
}
