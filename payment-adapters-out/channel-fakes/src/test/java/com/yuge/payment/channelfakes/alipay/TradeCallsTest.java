package com.yuge.payment.channelfakes.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TradeCallsTest {
  private static final String NO = "ORDER_1";

  private final Merchant merchant = new Merchant(URI.create("http://127.0.0.1:9/notify"));

  @AfterEach
  void close() {
    merchant.close();
  }

  @Test
  void aQrCodeIsNoTradeUntilAPayerScansIt() {
    JsonNode ordered = merchant.precreate(NO);

    assertThat(ordered.path("code").asString()).isEqualTo("10000");
    assertThat(ordered.path("qr_code").asString()).startsWith("https://qr.alipay.com/bax");
    assertThat(subCode(merchant.query(NO))).isEqualTo("ACQ.TRADE_NOT_EXIST");
    assertThat(subCode(merchant.close(NO))).isEqualTo("ACQ.TRADE_NOT_EXIST");

    assertThat(merchant.client().scan(NO)).isEqualTo("WAIT_BUYER_PAY");
    assertThat(status(merchant.query(NO))).isEqualTo("WAIT_BUYER_PAY");
    assertThat(merchant.query(NO).has("send_pay_date")).isFalse();
  }

  @Test
  void aQrCodeThatCouldNotBeClosedCanStillBePaid() {
    merchant.precreate(NO);
    assertThat(subCode(merchant.close(NO))).isEqualTo("ACQ.TRADE_NOT_EXIST");

    assertThat(merchant.client().pressPay(NO)).isEqualTo("TRADE_SUCCESS");
  }

  @Test
  void aPaidTradeSaysWhenAndHowMuch() {
    merchant.precreate(NO);
    String unused = merchant.client().pressPay(NO);

    JsonNode trade = merchant.query(NO);
    assertThat(status(trade)).isEqualTo("TRADE_SUCCESS");
    assertThat(trade.path("total_amount").asString()).isEqualTo("88.88");
    assertThat(trade.path("send_pay_date").asString()).isEqualTo("2026-11-22 20:00:00");
    assertThat(trade.path("trade_no").asString()).matches("20261122\\d{20}");
    JsonNode byNumber =
        merchant.call("alipay.trade.query", Map.of("trade_no", trade.path("trade_no").asString()));
    assertThat(byNumber).isEqualTo(trade);
  }

  @Test
  void aCouponLowersWhatTheMerchantReceivesButNotTheTotal() {
    merchant.precreate(NO);
    merchant.client().spoil(NO, AlipayFaults.NONE.coupon(new BigDecimal("8.88")));
    String unused = merchant.client().pressPay(NO);

    JsonNode trade = merchant.query(NO);
    assertThat(trade.path("total_amount").asString()).isEqualTo("88.88");
    assertThat(trade.path("receipt_amount").asString()).isEqualTo("80.00");
  }

  @Test
  void aPaymentThatFailsLeavesTheTradeUnpaid() {
    merchant.precreate(NO);

    assertThat(merchant.client().pressFail(NO)).isEqualTo("WAIT_BUYER_PAY");
    assertThat(merchant.client().pressPay(NO)).isEqualTo("TRADE_SUCCESS");
  }

  @Test
  void onlyAnUnpaidTradeCanBeClosed() {
    merchant.precreate(NO);
    String unused = merchant.client().scan(NO);

    assertThat(merchant.close(NO).path("code").asString()).isEqualTo("10000");
    assertThat(status(merchant.query(NO))).isEqualTo("TRADE_CLOSED");
    assertThat(merchant.query(NO).has("send_pay_date")).isFalse();
    assertThat(subCode(merchant.close(NO))).isEqualTo("ACQ.TRADE_STATUS_ERROR");
    assertThat(merchant.client().pressPay(NO)).isEqualTo("TRADE_CLOSED");
    assertThat(subCode(merchant.precreate(NO))).isEqualTo("ACQ.TRADE_HAS_CLOSE");
  }

  @Test
  void aPaidTradeIsNeitherClosedNorOrderedAgain() {
    merchant.precreate(NO);
    String unused = merchant.client().pressPay(NO);

    assertThat(subCode(merchant.close(NO))).isEqualTo("ACQ.TRADE_STATUS_ERROR");
    assertThat(subCode(merchant.precreate(NO))).isEqualTo("ACQ.TRADE_HAS_SUCCESS");
    assertThat(status(merchant.query(NO))).isEqualTo("TRADE_SUCCESS");
  }

  @Test
  void theSameOrderIsTheSameQrCodeAndAnotherAmountIsRefused() {
    JsonNode first = merchant.precreate(NO);

    assertThat(merchant.precreate(NO)).isEqualTo(first);
    JsonNode other = merchant.call("alipay.trade.precreate", merchant.order(NO, "88.89"));
    assertThat(subCode(other)).isEqualTo("ACQ.CONTEXT_INCONSISTENT");
  }

  @Test
  void anOpenedTradeThatNobodyPaysClosesByItself() {
    merchant.precreate(NO);
    String unused = merchant.client().scan(NO);
    merchant.clock.advance(Merchant.TIME_TO_PAY);

    assertThat(status(merchant.query(NO))).isEqualTo("TRADE_CLOSED");
    assertThat(merchant.client().pressPay(NO)).isEqualTo("TRADE_CLOSED");
  }

  @Test
  void anExpiredQrCodeCannotBeScanned() {
    merchant.precreate(NO);
    merchant.clock.advance(Merchant.TIME_TO_PAY);

    assertThat(merchant.client().pressPay(NO)).isEqualTo("UNSCANNED");
    assertThat(subCode(merchant.query(NO))).isEqualTo("ACQ.TRADE_NOT_EXIST");
  }

  @Test
  void moneyMayArriveForAClosedTradeOrInAnotherAmount() {
    merchant.precreate(NO);
    String unused = merchant.client().scan(NO);
    merchant.close(NO);

    assertThat(merchant.client().pay(NO, "1.00")).isNotEmpty();

    assertThat(status(merchant.query(NO))).isEqualTo("TRADE_SUCCESS");
    assertThat(merchant.query(NO).path("total_amount").asString()).isEqualTo("1.00");
  }

  @ParameterizedTest
  @CsvSource({
    "out_trade_no, a-b",
    "out_trade_no, ''",
    "total_amount, 0.00",
    "total_amount, 1.001",
    "total_amount, -1",
    "total_amount, 100000000.01",
    "total_amount, 1e3",
    "subject, a/b",
    "subject, ''",
    "seller_id, 2088000000000000",
    "time_expire, 2026-11-22 20:00:00",
    "time_expire, 2026-11-22T20:30:00Z"
  })
  void aWrongParameterIsRefused(String name, String value) {
    Map<String, Object> order = merchant.order(NO, "88.88");
    order.put(name, value);

    JsonNode refused = merchant.call("alipay.trade.precreate", order);

    assertThat(refused.path("code").asString()).isEqualTo("40004");
    assertThat(subCode(refused)).isEqualTo("ACQ.INVALID_PARAMETER");
  }

  private static String status(JsonNode trade) {
    return trade.path("trade_status").asString();
  }

  private static String subCode(JsonNode answer) {
    return answer.path("sub_code").asString();
  }
}
