package com.yuge.payment.channelfakes.mock;

import static com.yuge.payment.channelfakes.mock.Counter.aRefundNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.channelfakes.mock.RefundFaults.OfRefund;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;

class RefundApiTest {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/refunds");
  private static final String[] SIGNED = {
    "refundNo", "nonce", "result", "code", "amount", "currency", "channelRefundNo", "refundedAt"
  };

  private final String refundNo = aRefundNo();
  @TempDir private Path folder;
  private Counter counter;
  private String payNo;
  private String tradeNo;

  @BeforeEach
  void pay() {
    counter = new Counter(folder.resolve("journal"));
    payNo = counter.open(NOWHERE);
    tradeNo = counter.client().pay(payNo, "99.99");
  }

  @AfterEach
  void close() {
    counter.close();
  }

  @Test
  void aRefundIsDoneOnceAndSigned() {
    JsonNode answer = refund(refundNo, "40.00");

    assertThat(result(answer)).isEqualTo("SUCCESS");
    assertThat(answer.path("refundNo").asString()).isEqualTo(refundNo);
    assertThat(answer.path("nonce").asString()).isEqualTo(Counter.NONCE);
    assertThat(answer.path("amount").asString()).isEqualTo("40.00");
    assertThat(answer.path("refundedAt").asString()).isEqualTo(Counter.NOW.toString());
    assertThat(answer.path("signature").asString())
        .isEqualTo(SignedFields.hmac(answer, "refund-answer-v1", "", Counter.SECRET, SIGNED));
    assertThat(refund(refundNo, "40.00")).isEqualTo(answer);
    assertThat(counter.queryRefund(payNo, refundNo)).isEqualTo(answer);
    assertThat(refunded()).isEqualTo("40.00");
  }

  @Test
  void itSignsByItsKeyOnceItHasOne() {
    counter.client().signBy(Signing.hmac("k1", "a-key"));

    JsonNode answer = refund(refundNo, "40.00");

    assertThat(answer.path("keyId").asString()).isEqualTo("k1");
    assertThat(answer.path("signature").asString())
        .isEqualTo(SignedFields.hmac(answer, "refund-answer-v1", "k1", "a-key", SIGNED));
  }

  @Test
  void allRefundsOfAPaymentAreAtMostWhatItTook() {
    assertThat(result(refund(refundNo, "60.00"))).isEqualTo("SUCCESS");

    JsonNode more = refund(aRefundNo(), "40.00");

    assertThat(result(more)).isEqualTo("REFUSED");
    assertThat(more.path("code").asString()).isEqualTo("REFUND_AMOUNT_REFUSED");
    assertThat(result(refund(aRefundNo(), "39.99"))).isEqualTo("SUCCESS");
    assertThat(refunded()).isEqualTo("99.99");
  }

  @Test
  void aNumberIsOneRefundForEver() {
    String other = counter.open(NOWHERE);
    String otherTrade = counter.client().pay(other, "99.99");
    assertThat(result(refund(refundNo, "1.00"))).isEqualTo("SUCCESS");

    assertThat(code(refund(refundNo, "2.00"))).isEqualTo("REFUND_DIFFERS");
    assertThat(code(counter.refund(other, otherTrade, refundNo, "1.00", NOWHERE)))
        .isEqualTo("REFUND_NO_USED");
    assertThat(counter.client().refunded(other, otherTrade)).isEqualTo("0.00");
  }

  @Test
  void onlyAPaymentOfTheTradeIsGivenBack() {
    String other = counter.open(NOWHERE);
    String otherTrade = counter.client().pay(other, "99.99");

    assertThat(code(counter.refund(payNo, otherTrade, refundNo, "1.00", NOWHERE)))
        .isEqualTo("TRADE_NOT_PAID");
    assertThat(result(counter.queryRefund(payNo, refundNo))).isEqualTo("NO_REFUND");
  }

  @Test
  void eachPaymentOfATradeHasItsOwnMoney() {
    String second = counter.client().pay(payNo, "99.99");

    assertThat(result(refund(refundNo, "99.99"))).isEqualTo("SUCCESS");
    assertThat(result(counter.refund(payNo, second, aRefundNo(), "99.99", NOWHERE)))
        .isEqualTo("SUCCESS");
    assertThat(counter.client().refunded(payNo, second)).isEqualTo("99.99");
  }

  @Test
  void whatTakesItsTimeIsDoneAtAQuery() {
    spoil(RefundFaults.of(OfRefund.SLOW).doneAtQuery(2));
    JsonNode accepted = refund(refundNo, "40.00");

    assertThat(result(accepted)).isEqualTo("PROCESSING");
    assertThat(accepted.has("refundedAt")).isFalse();
    assertThat(result(counter.queryRefund(payNo, refundNo))).isEqualTo("PROCESSING");
    assertThat(refunded()).isEqualTo("0.00");
    assertThat(result(counter.queryRefund(payNo, refundNo))).isEqualTo("SUCCESS");
    assertThat(refunded()).isEqualTo("40.00");
  }

  @Test
  void whatIsClosedMeanwhileIsNotDoneAtAQuery() {
    spoil(RefundFaults.of(OfRefund.SLOW).doneAtQuery(1));
    assertThat(result(refund(refundNo, "40.00"))).isEqualTo("PROCESSING");

    counter.client().decideRefund(refundNo, "CLOSED");

    assertThat(result(counter.queryRefund(payNo, refundNo))).isEqualTo("CLOSED");
  }

  @Test
  void orAfterAWhileEvenInTheNextProcess() {
    spoil(RefundFaults.of(OfRefund.SLOW).doneAfter(300));
    assertThat(result(refund(refundNo, "40.00"))).isEqualTo("PROCESSING");

    counter.restart();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> result(counter.queryRefund(payNo, refundNo)).equals("SUCCESS"));
  }

  @ParameterizedTest
  @CsvSource({"SLOW, PROCESSING", "ABNORMAL, ABNORMAL", "CLOSED, CLOSED"})
  void itIsDecidedWhenTheTestSays(OfRefund kind, String before) {
    spoil(RefundFaults.of(kind));
    assertThat(result(refund(refundNo, "40.00"))).isEqualTo(before);
    assertThat(result(refund(refundNo, "40.00"))).isEqualTo(before);

    counter.client().decideRefund(refundNo, "SUCCESS");

    assertThat(result(counter.queryRefund(payNo, refundNo))).isEqualTo("SUCCESS");
  }

  @Test
  void anAbnormalRefundHoldsItsMoneyAndAClosedOneDoesNot() {
    spoil(RefundFaults.of(OfRefund.ABNORMAL));
    assertThat(result(refund(refundNo, "60.00"))).isEqualTo("ABNORMAL");
    counter.client().behave();
    String other = aRefundNo();
    assertThat(result(refund(other, "60.00"))).isEqualTo("REFUSED");

    counter.client().decideRefund(refundNo, "CLOSED");

    assertThat(result(refund(other, "60.00"))).isEqualTo("SUCCESS");
    assertThatThrownBy(() -> counter.client().decideRefund(refundNo, "SUCCESS"))
        .hasMessageContaining("409");
    assertThat(refunded()).isEqualTo("60.00");
  }

  @Test
  void whatWasRefusedMayBeDoneAfterAll() {
    spoil(RefundFaults.of(OfRefund.DONE_AFTER_REFUSED));
    assertThat(code(refund(refundNo, "40.00"))).isEqualTo("REFUND_AMOUNT_REFUSED");
    assertThat(code(refund(refundNo, "40.00"))).isEqualTo("REFUND_AMOUNT_REFUSED");
    assertThat(result(counter.queryRefund(payNo, refundNo))).isEqualTo("NO_REFUND");

    counter.client().decideRefund(refundNo, "SUCCESS");

    assertThat(result(counter.queryRefund(payNo, refundNo))).isEqualTo("SUCCESS");
    assertThat(refunded()).isEqualTo("40.00");
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED, REFUSED, REFUND_AMOUNT_REFUSED, true",
    "REFUSED_UNSIGNED, REFUSED, REFUND_AMOUNT_REFUSED, false",
    "TOO_FREQUENT, REFUSED, TOO_FREQUENT, true",
    "LOST, NO_REFUND, '', true",
    "FORGOTTEN, PROCESSING, '', true"
  })
  void whatIsNotBookedIsNoRefund(OfRefund kind, String result, String code, boolean signed) {
    spoil(RefundFaults.of(kind));

    JsonNode answer = refund(refundNo, "40.00");

    assertThat(result(answer)).isEqualTo(result);
    assertThat(code(answer)).isEqualTo(code);
    assertThat(answer.has("signature")).isEqualTo(signed);
    assertThat(result(counter.queryRefund(payNo, refundNo))).isEqualTo("NO_REFUND");
    counter.client().behave();
    assertThat(result(refund(refundNo, "40.00"))).isEqualTo("SUCCESS");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void aFaultDoesNotTouchWhatIsDone(OfRefund kind) {
    JsonNode done = refund(refundNo, "40.00");
    spoil(RefundFaults.of(kind));

    assertThat(refund(refundNo, "40.00")).isEqualTo(done);
    assertThat(refunded()).isEqualTo("40.00");
  }

  @Test
  void itsBooksSurviveItsEnd() {
    JsonNode done = refund(refundNo, "40.00");

    counter.restart();

    assertThat(counter.queryRefund(payNo, refundNo)).isEqualTo(done);
    assertThat(refund(refundNo, "40.00")).isEqualTo(done);
    assertThat(result(refund(aRefundNo(), "60.00"))).isEqualTo("REFUSED");
  }

  @Test
  void theCashierShowsTheRefunds() {
    JsonNode unused = refund(refundNo, "40.00");
    spoil(RefundFaults.of(OfRefund.ABNORMAL));
    String other = aRefundNo();
    JsonNode abnormal = refund(other, "1.00");

    assertThat(result(abnormal)).isEqualTo("ABNORMAL");
    assertThat(counter.send("GET", "/cashier/" + payNo, "").body())
        .contains("已退回 done", "40.00 CNY", refundNo, "异常 abnormal", "1.00 CNY", other)
        .doesNotContain("{{");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /control/refunds/REF1, 404",
    "GET, /control/refunds/REF20261122120000123000000000001, 404",
    "POST, /control/refunds/REF20261122120000123000000000001, 404",
    "POST, /trades/PAY20261122120000123000000000001/refunds, 400",
    "GET, /trades/PAY20261122120000123000000000001/refunds/REF1, 404"
  })
  void whatItCannotReadItRefuses(String method, String path, int status) {
    assertThat(counter.send(method, path, "{}").statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'refunds':{'kind':'NICE'}}",
        "{'refunds':{'doneAtQuery':-1}}",
        "{'refunds':{'doneAfterMillis':600001}}"
      })
  void aFaultThatDoesNotExistIsRefused(String faults) {
    String json = faults.replace('\'', '"');

    assertThat(counter.send("PUT", "/control/faults", json).statusCode()).isEqualTo(400);
  }

  private void spoil(RefundFaults faults) {
    counter.client().spoil(payNo, Faults.ofRefunds(faults));
  }

  private JsonNode refund(String number, String amount) {
    return counter.refund(payNo, tradeNo, number, amount, NOWHERE);
  }

  private String refunded() {
    return counter.client().refunded(payNo, tradeNo);
  }

  private static String result(JsonNode answer) {
    return answer.path("result").asString();
  }

  private static String code(JsonNode answer) {
    return answer.path("code").asString();
  }
}
