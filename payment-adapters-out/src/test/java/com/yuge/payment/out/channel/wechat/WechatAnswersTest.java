package com.yuge.payment.out.channel.wechat;

import static com.yuge.payment.domain.fixtures.PayOrderBook.LATER;
import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.SUBJECT;
import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static com.yuge.payment.out.channel.wechat.Notice.PAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.yuge.payment.domain.channel.ChannelAccount;
import com.yuge.payment.domain.channel.ChannelAnswer;
import com.yuge.payment.domain.channel.ChannelResult;
import com.yuge.payment.domain.channel.ChannelUnavailable;
import com.yuge.payment.domain.channel.Payer;
import com.yuge.payment.domain.channel.QueryAnswer;
import com.yuge.payment.domain.channel.Trade;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import com.yuge.payment.out.channel.wechat.ScriptedWechat.Signing;
import com.yuge.payment.out.channel.wechat.ScriptedWechat.Told;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer about a payment means, and what none of them may mean. */
class WechatAnswersTest {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/callback");
  private static final ScriptedWechat WECHAT = new ScriptedWechat(Told.signed(200, PAID));
  private static final WechatChannel CHANNEL =
      new WechatChannel(WECHAT.clients(), NOWHERE, Clock.systemUTC());
  private static final Trade TRADE =
      new Trade(
          new PayNo(Notice.PAY_NO),
          PRICE,
          SUBJECT,
          LATER,
          new ChannelAccount(WechatBench.ACCOUNT.id(), "NATIVE"),
          Payer.UNKNOWN);

  @AfterAll
  static void end() {
    WECHAT.close();
  }

  @Test
  void aPaymentIsToldWithThePriceOfTheOrderAndNotWithWhatThePayerPaid() {
    QueryAnswer.Decided decided = (QueryAnswer.Decided) query(Told.signed(200, PAID));

    assertThat(decided.result())
        .isEqualTo(
            new ChannelResult(
                TRADE.payNo(),
                ChannelResult.Status.SUCCESS,
                new TradeNo("4200001234202603010000000001"),
                yuan("99.99"),
                Instant.parse("2026-03-01T02:03:01Z")));
  }

  @Test
  void aTradeStaysPaidAfterARefund() {
    assertThat(query(paid("\"SUCCESS\"", "\"REFUND\""))).isEqualTo(query(Told.signed(200, PAID)));
  }

  @ParameterizedTest
  @CsvSource({
    "NOTPAY, UNPAID",
    "USERPAYING, UNPAID",
    "PAYERROR, UNPAID",
    "CLOSED, CLOSED",
    "REVOKED, UNKNOWN ERROR",
    "ACCEPT, UNKNOWN ERROR",
    "FAILED, UNKNOWN ERROR",
    "success, UNKNOWN ERROR"
  })
  void aStateMeans(String state, String meaning) {
    assertThat(meaning(query(paid("\"SUCCESS\"", "\"" + state + "\"")))).isEqualTo(meaning);
  }

  @Test
  void anUnpaidTradeHasNeitherProductNorCurrency() {
    String told =
        """
        {"mchid":"%s","appid":"%s","out_trade_no":"%s","trade_state":"NOTPAY",\
        "amount":{"payer_currency":"CNY","total":9999}}"""
            .formatted(WechatBench.MCH_ID, WechatBench.APP_ID, Notice.PAY_NO);

    assertThat(query(Told.signed(200, told))).isEqualTo(new QueryAnswer.Unpaid());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1900000001 | 1900000002",
        "wx00000000000000a1 | wx00000000000000a2",
        "PAY20260301100304567000000000177 | PAY20260301100304567000000000277",
        "\"mchid\" | \"sp_mchid\"",
        "\"appid\" | \"sp_appid\"",
        "\"out_trade_no\" | \"trade_no\"",
        "\"transaction_id\" | \"id\"",
        "\"trade_state\" | \"state\"",
        "\"NATIVE\" | \"JSAPI\"",
        "\"NATIVE\" | \"MICROPAY\"",
        "\"trade_type\" | \"type\"",
        "\"total\":9999 | \"total\":0",
        "\"total\":9999 | \"total\":-1",
        "\"total\":9999 | \"total\":99.99",
        "\"total\":9999 | \"total\":4294967296",
        "\"total\" | \"totals\"",
        "\"amount\" | \"amounts\"",
        "\"currency\":\"CNY\" | \"currency\":\"USD\"",
        "\"currency\" | \"currencies\"",
        "2026-03-01T10:03:01+08:00 | yesterday"
      })
  void anAnswerAboutSomethingElseIsNoAnswer(String before, String after) {
    assertThat(PAID).contains(before);
    assertThat(meaning(query(paid(before, after)))).isEqualTo("UNKNOWN ERROR");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SIGNED")
  void nothingCountsUnlessItIsSigned(Signing signing) {
    Told paid = Told.signed(200, PAID).but(signing);
    Told unpaid = paid("\"SUCCESS\"", "\"CLOSED\"").but(signing);
    Told closed = Told.signed(204, "").but(signing);

    assertThat(meaning(query(paid))).isEqualTo("UNKNOWN ERROR");
    assertThat(meaning(query(unpaid))).isEqualTo("UNKNOWN ERROR");
    assertThat(meaning(close(closed))).isEqualTo("UNKNOWN ERROR");
    for (String code :
        new String[] {"ORDER_NOT_EXIST", "ORDER_CLOSED", "ORDERPAID", "FREQUENCY_LIMITED"}) {
      assertThat(meaning(query(Told.error(404, code).but(signing)))).isEqualTo("UNKNOWN ERROR");
      assertThat(meaning(close(Told.error(400, code).but(signing)))).isEqualTo("UNKNOWN ERROR");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, ORDER_NOT_EXIST, NO_TRADE",
    "404, RESOURCE_NOT_EXISTS, UNKNOWN REFUSED",
    "404, NOT_FOUND, UNKNOWN REFUSED",
    "400, PARAM_ERROR, UNKNOWN REFUSED",
    "401, SIGN_ERROR, UNKNOWN REFUSED",
    "403, RULE_LIMIT, UNKNOWN REFUSED",
    "429, FREQUENCY_LIMITED, UNKNOWN REFUSED",
    "500, SYSTEM_ERROR, UNKNOWN ERROR",
    "503, SERVICE_UNAVAILABLE, UNKNOWN ERROR",
    "202, USERPAYING, UNKNOWN ERROR",
    "302, MOVED, UNKNOWN ERROR"
  })
  void aSignedErrorOfAQueryMeans(int status, String code, String meaning) {
    assertThat(meaning(query(Told.error(status, code)))).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "400, ORDERPAID, ALREADY_PAID",
    "400, ORDER_CLOSED, CLOSED",
    "404, ORDER_NOT_EXIST, NO_TRADE",
    "429, FREQUENCY_LIMITED, UNKNOWN REFUSED",
    "403, TRADE_ERROR, UNKNOWN REFUSED",
    "500, SYSTEM_ERROR, UNKNOWN ERROR",
    "202, USERPAYING, UNKNOWN ERROR",
    "200, SUCCESS, UNKNOWN ERROR"
  })
  void aSignedRefusalToCloseMeans(int status, String code, String meaning) {
    assertThat(meaning(close(Told.error(status, code)))).isEqualTo(meaning);
  }

  @Test
  void aSigned204ClosesAndNothingElse() {
    assertThat(meaning(close(Told.signed(204, "")))).isEqualTo("CLOSED");
    assertThat(meaning(close(Told.signed(200, "")))).isEqualTo("UNKNOWN ERROR");
    assertThat(meaning(query(Told.signed(204, "")))).isEqualTo("UNKNOWN ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"SUCCESS\"", "<html>", "{\"mchid\""})
  void whatIsNotATradeIsNoAnswer(String body) {
    assertThat(meaning(query(Told.signed(200, body)))).isEqualTo("UNKNOWN ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/plain", "application/xml"})
  void whatIsNotJsonIsNoAnswer(String type) {
    assertThat(meaning(query(Told.signed(200, PAID).as(type)))).isEqualTo("UNKNOWN ERROR");
  }

  @Test
  void theReasonTellsWhatWechatPaySaid() {
    QueryAnswer answer = query(Told.error(429, "FREQUENCY_LIMITED"));

    assertThat(answer.unknown().orElseThrow().detail())
        .isEqualTo("HTTP 429 FREQUENCY_LIMITED: told");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "{\"code_url\":\"\"}", "{\"code_url\":\"with a blank\"}", "null", "[]"})
  void aTradeIsNotOpenedWithoutAnAddress(String body) {
    assertThatExceptionOfType(ChannelUnavailable.class)
        .isThrownBy(() -> tell(Told.signed(200, body), channel -> channel.open(TRADE)));
  }

  @Test
  void anAddressThatIsNotSignedIsNotShown() {
    Told told = Told.signed(200, "{\"code_url\":\"weixin://wxpay/bizpayurl?pr=1\"}");

    assertThat(tell(told, channel -> channel.open(TRADE)).orElseThrow())
        .hasToString("weixin://wxpay/bizpayurl?pr=1");
    assertThatExceptionOfType(ChannelUnavailable.class)
        .isThrownBy(() -> tell(told.but(Signing.UNSIGNED), channel -> channel.open(TRADE)))
        .withMessageContaining("without WeChat Pay's signature");
  }

  @Test
  void anAccountThatIsNotConfiguredIsNotAsked() {
    Trade elsewhere =
        new Trade(
            TRADE.payNo(),
            PRICE,
            SUBJECT,
            TRADE.expireAt(),
            new ChannelAccount("1900000009:wx9", "NATIVE"),
            Payer.UNKNOWN);
    int asked = WECHAT.asked();

    assertThat(CHANNEL.query(elsewhere).unknown().orElseThrow().cause()).isEqualTo(Cause.NOT_ASKED);
    assertThat(CHANNEL.close(elsewhere).unknown().orElseThrow().detail())
        .isEqualTo("account 1900000009:wx9 is not configured");
    assertThat(WECHAT.asked()).isEqualTo(asked);
  }

  private static Told paid(String before, String after) {
    return Told.signed(200, PAID.replace(before, after));
  }

  private static QueryAnswer query(Told told) {
    return tell(told, channel -> channel.query(TRADE));
  }

  private static ChannelAnswer close(Told told) {
    return tell(told, channel -> channel.close(TRADE));
  }

  private static <T> T tell(Told told, Function<WechatChannel, T> call) {
    ScriptedWechat unused = WECHAT.tell(told);
    return call.apply(CHANNEL);
  }

  /** The key of an answer, and why it is unknown. */
  static String meaning(ChannelAnswer answer) {
    return answer.key() + answer.unknown().map(reason -> " " + reason.cause()).orElse("");
  }
}
