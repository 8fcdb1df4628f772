package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.domain.fixtures.RefundBook.REASON;
import static com.yuge.payment.out.channel.wechat.WechatAnswersTest.meaning;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelRefundNo;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.channel.wechat.ScriptedWechat.Signing;
import com.yuge.payment.out.channel.wechat.ScriptedWechat.Told;
import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What each answer about a refund means, and what none of them may mean. */
class WechatRefundAnswersTest {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/callback");
  private static final ScriptedWechat WECHAT = new ScriptedWechat(Told.signed(204, ""));
  private static final WechatRefunds REFUNDS = new WechatRefunds(WECHAT.clients(), NOWHERE);
  private static final ChannelRefundNo REFUND_ID =
      new ChannelRefundNo("50000000382026030100000000001");
  private static final RefundRequest REQUEST =
      new RefundRequest(
          new RefundNo(Notice.REFUND_NO),
          new PayNo(Notice.PAY_NO),
          new TradeNo("4200001234202603010000000001"),
          yuan("40.00"),
          PRICE,
          REASON,
          new ChannelAccount(WechatBench.ACCOUNT.id(), "NATIVE"));
  private static final String DONE =
      """
      {"refund_id":"50000000382026030100000000001","out_refund_no":"%s",\
      "transaction_id":"4200001234202603010000000001","out_trade_no":"%s","channel":"ORIGINAL",\
      "user_received_account":"change","success_time":"2026-03-01T10:03:02+08:00",\
      "create_time":"2026-03-01T10:03:01+08:00","status":"SUCCESS","funds_account":"AVAILABLE",\
      "amount":{"total":9999,"refund":4000,"payer_total":9000,"payer_refund":3600,\
      "settlement_total":9000,"settlement_refund":3600,"currency":"CNY"}}"""
          .formatted(Notice.REFUND_NO, Notice.PAY_NO);

  @AfterAll
  static void end() {
    WECHAT.close();
  }

  @Test
  void aRefundIsDoneWithItsOwnAmount() {
    RefundAnswer done =
        new RefundAnswer.Done(yuan("40.00"), REFUND_ID, Instant.parse("2026-03-01T02:03:02Z"));

    assertThat(refund(Told.signed(200, DONE))).isEqualTo(done);
    assertThat(query(Told.signed(200, DONE))).isEqualTo(done);
  }

  @Test
  void theOtherStatesAreToldWithTheNumberOfWechatPay() {
    assertThat(query(told("SUCCESS", "PROCESSING")))
        .isEqualTo(new RefundAnswer.Accepted(REFUND_ID));
    assertThat(query(told("SUCCESS", "ABNORMAL")))
        .isEqualTo(new RefundAnswer.Abnormal(new FailCode("ABNORMAL"), REFUND_ID));
    assertThat(query(told("SUCCESS", "CLOSED")))
        .isEqualTo(new RefundAnswer.Refused(new FailCode("CLOSED"), true));
  }

  @Test
  void anotherAmountThatWentBackIsToldAndTheRulesOfRefundsDecide() {
    assertThat(query(told("\"refund\":4000", "\"refund\":4001")))
        .isInstanceOfSatisfying(
            RefundAnswer.Done.class, done -> assertThat(done.amount()).isEqualTo(yuan("40.01")));
  }

  @Test
  void anotherAmountUnderWayIsNoAnswer() {
    String told = DONE.replace("SUCCESS", "PROCESSING").replace("\"refund\":4000", "\"refund\":4");

    assertThat(meaning(query(Told.signed(200, told)))).isEqualTo("UNKNOWN ERROR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "REF20260301100304567000000000177 | REF20260301100304567000000000277",
        "PAY20260301100304567000000000177 | PAY20260301100304567000000000277",
        "4200001234202603010000000001 | 4200001234202603010000000002",
        "\"out_refund_no\" | \"refund_no\"",
        "\"transaction_id\" | \"trade_id\"",
        "\"out_trade_no\" | \"trade_no\"",
        "\"refund_id\" | \"id\"",
        "\"status\" | \"refund_status\"",
        "SUCCESS | DONE",
        "\"total\":9999 | \"total\":4000",
        "\"total\":9999 | \"totals\":9999",
        "\"refund\":4000 | \"refund\":0",
        "\"refund\":4000 | \"refund\":-4000",
        "\"refund\":4000 | \"refunds\":4000",
        "\"amount\" | \"amounts\"",
        "\"CNY\" | \"USD\"",
        "\"currency\" | \"currencies\"",
        "2026-03-01T10:03:02+08:00 | yesterday"
      })
  void anAnswerAboutSomethingElseIsNoAnswer(String before, String after) {
    assertThat(DONE).contains(before);
    assertThat(meaning(refund(told(before, after)))).isEqualTo("UNKNOWN ERROR");
    assertThat(meaning(query(told(before, after)))).isEqualTo("UNKNOWN ERROR");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SIGNED")
  void nothingCountsUnlessItIsSigned(Signing signing) {
    for (String state : new String[] {"SUCCESS", "PROCESSING", "ABNORMAL", "CLOSED"}) {
      Told told = told("SUCCESS", state).but(signing);
      assertThat(meaning(refund(told))).isEqualTo("UNKNOWN ERROR");
      assertThat(meaning(query(told))).isEqualTo("UNKNOWN ERROR");
    }
    Told none = Told.error(404, "RESOURCE_NOT_EXISTS").but(signing);
    assertThat(meaning(query(none))).isEqualTo("UNKNOWN ERROR");
  }

  @ParameterizedTest
  @CsvSource({
    "403, NOT_ENOUGH, UNKNOWN REFUSED",
    "429, FREQUENCY_LIMITED, UNKNOWN REFUSED",
    "400, INVALID_REQUEST, UNKNOWN REFUSED",
    "400, PARAM_ERROR, UNKNOWN REFUSED",
    "403, USER_ACCOUNT_ABNORMAL, UNKNOWN REFUSED",
    "404, RESOURCE_NOT_EXISTS, UNKNOWN REFUSED",
    "404, ORDER_NOT_EXIST, UNKNOWN REFUSED",
    "500, SYSTEM_ERROR, UNKNOWN ERROR",
    "204, NONE, UNKNOWN ERROR"
  })
  void aSignedRefusalNeverEndsARefund(int status, String code, String meaning) {
    assertThat(meaning(refund(error(status, code)))).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "404, RESOURCE_NOT_EXISTS, NO_REFUND",
    "404, ORDER_NOT_EXIST, UNKNOWN REFUSED",
    "404, MCH_NOT_EXISTS, UNKNOWN REFUSED",
    "429, FREQUENCY_LIMITED, UNKNOWN REFUSED",
    "500, SYSTEM_ERROR, UNKNOWN ERROR"
  })
  void aSignedErrorOfAQueryMeans(int status, String code, String meaning) {
    assertThat(meaning(query(error(status, code)))).isEqualTo(meaning);
  }

  @Test
  void tooLittleMoneyIsToldToPeople() {
    assertThat(refund(Told.error(403, "NOT_ENOUGH")).unknown().orElseThrow().detail())
        .isEqualTo("HTTP 403 NOT_ENOUGH: told");
  }

  private static Told error(int status, String code) {
    return status == 204 ? Told.signed(204, "") : Told.error(status, code);
  }

  private static Told told(String before, String after) {
    return Told.signed(200, DONE.replace(before, after));
  }

  private static RefundAnswer refund(Told told) {
    return tell(told, refunds -> refunds.refund(REQUEST));
  }

  private static RefundAnswer query(Told told) {
    return tell(told, refunds -> refunds.queryRefund(REQUEST));
  }

  private static RefundAnswer tell(Told told, Function<WechatRefunds, RefundAnswer> call) {
    ScriptedWechat unused = WECHAT.tell(told);
    return call.apply(REFUNDS);
  }
}
