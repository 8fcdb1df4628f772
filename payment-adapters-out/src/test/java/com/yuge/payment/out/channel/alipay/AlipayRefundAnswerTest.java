package com.yuge.payment.out.channel.alipay;

import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.fixtures.RefundBook.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.channel.ChannelCallException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What each signed answer about a refund means. */
class AlipayRefundAnswerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final RefundAnswer NO_REFUND = new RefundAnswer.NoRefund();

  private final RefundRequest refund =
      new RefundRequest(
          new RefundNo(SentNotification.REFUND_NO),
          new PayNo(SentNotification.PAY_NO),
          new TradeNo(SentNotification.TRADE_NO),
          yuan("30.00"),
          yuan("99.99"),
          REASON,
          null);

  /** The third refund: its total is not its amount. */
  private static Map<String, String> made() {
    return new HashMap<>(
        Map.of(
            "code", "10000",
            "trade_no", SentNotification.TRADE_NO,
            "out_trade_no", SentNotification.PAY_NO,
            "refund_fee", "99.99",
            "send_back_fee", "99.99",
            "fund_change", "Y"));
  }

  private static Map<String, String> found() {
    return new HashMap<>(
        Map.of(
            "code", "10000",
            "trade_no", SentNotification.TRADE_NO,
            "out_trade_no", SentNotification.PAY_NO,
            "out_request_no", SentNotification.REFUND_NO,
            "total_amount", "99.99",
            "refund_amount", "30.00",
            "refund_status", "REFUND_SUCCESS",
            "gmt_refund_pay", "2026-03-01 11:00:00"));
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    fields.put(name, value);
    return fields;
  }

  private AlipayRefundAnswer answer(Map<String, String> fields) {
    SignedText text = new SignedText("alipay.trade.refund");
    return new AlipayRefundAnswer(text.read(text.signed(JSON.writeValueAsString(fields))), refund);
  }

  private static Map<String, String> refusal(String code, String subCode) {
    return Map.of("code", code, "sub_code", subCode, "refund_fee", "0.00");
  }

  @Test
  void onlyAChangeOfFundsIsThisRefundAndItsAmountIsTheOneThatWasAskedFor() {
    assertThat(answer(made()).toRefund())
        .isEqualTo(new RefundAnswer.Done(yuan("30.00"), null, null));
  }

  @Test
  void withoutAChangeOfFundsAQueryHasToTell() {
    Map<String, String> silent = made();
    silent.remove("fund_change");

    assertThat(answer(with(made(), "fund_change", "N")).toRefund())
        .isEqualTo(new RefundAnswer.Accepted(null));
    assertThat(answer(silent).toRefund()).isEqualTo(new RefundAnswer.Accepted(null));
    assertThat(answer(with(made(), "fund_change", "y")).toRefund())
        .isEqualTo(new RefundAnswer.Accepted(null));
  }

  @ParameterizedTest
  @CsvSource({"ACQ.REASON_TRADE_REFUND_FEE_ERR", "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL"})
  void aRefusalOfTheAmountHasToBeConfirmed(String code) {
    assertThat(answer(refusal("40004", code)).toRefund())
        .isEqualTo(new RefundAnswer.Refused(new FailCode(code), false));
    assertThat(answer(refusal("40004", code)).toQuery().kind())
        .isEqualTo(RefundAnswer.Kind.UNKNOWN);
    assertThat(answer(refusal("20000", code)).toRefund().kind())
        .isEqualTo(RefundAnswer.Kind.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "40004, ACQ.SELLER_BALANCE_NOT_ENOUGH, REFUSED",
    "40004, ACQ.TRADE_NOT_EXIST, REFUSED",
    "40004, ACQ.TRADE_STATUS_ERROR, REFUSED",
    "40004, ACQ.TRADE_HAS_FINISHED, REFUSED",
    "40004, ACQ.DISCORDANT_REPEAT_REQUEST, REFUSED",
    "40004, ACQ.SYSTEM_ERROR, ERROR",
    "20000, isp.unknow-error, ERROR",
    "40005, isv.app-call-limited, REFUSED",
    "40006, isv.insufficient-isv-permissions, ERROR"
  })
  void anyOtherRefusalIsUnknown(String code, String subCode, Cause cause) {
    AlipayRefundAnswer answer = answer(refusal(code, subCode));

    assertThat(answer.toRefund().unknown().orElseThrow().cause()).isEqualTo(cause);
    assertThat(answer.toQuery().unknown().orElseThrow().cause()).isEqualTo(cause);
    assertThat(answer.toQuery().unknown().orElseThrow().detail()).contains(subCode);
  }

  @Test
  void aRefundThatIsFoundIsDone() {
    assertThat(answer(found()).toQuery())
        .isEqualTo(
            new RefundAnswer.Done(yuan("30.00"), null, Instant.parse("2026-03-01T03:00:00Z")));
  }

  @Test
  void anAnswerWithoutAStatusFindsNothing() {
    Map<String, String> open = found();
    open.remove("refund_status");

    assertThat(answer(Map.of("code", "10000", "msg", "Success")).toQuery()).isEqualTo(NO_REFUND);
    assertThat(answer(open).toQuery()).isEqualTo(NO_REFUND);
    assertThat(answer(made()).toQuery()).isEqualTo(NO_REFUND);
  }

  @ParameterizedTest
  @CsvSource({
    "refund_status, REFUND_PROCESSING",
    "refund_status, REFUND_FAIL",
    "refund_amount, 99.99",
    "refund_amount, 30",
    "refund_amount, ''",
    "out_request_no, REF20260301020304567123456789142",
    "out_request_no, ''",
    "trade_no, 2026030122001404000507654321",
    "out_trade_no, PAY20260301020304567123456789142",
    "gmt_refund_pay, yesterday"
  })
  void anAnswerThatDoesNotFitIsUnknown(String field, String value) {
    assertThatExceptionOfType(ChannelCallException.class)
        .isThrownBy(() -> answer(with(found(), field, value)).toQuery())
        .satisfies(e -> assertThat(e.reason().cause()).isEqualTo(Cause.ERROR));
  }

  @ParameterizedTest
  @CsvSource({
    "trade_no, 2026030122001404000507654321",
    "trade_no, ''",
    "out_trade_no, PAY20260301020304567123456789142"
  })
  void anotherTradesRefundIsUnknown(String field, String value) {
    assertThatExceptionOfType(ChannelCallException.class)
        .isThrownBy(() -> answer(with(made(), field, value)).toRefund());
  }
}
