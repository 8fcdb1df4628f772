package com.yuge.payment.channelfakes.wechat;

import static com.yuge.payment.channelfakes.wechat.Merchant.KEYS;
import static com.yuge.payment.channelfakes.wechat.Merchant.NOWHERE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.wechat.Merchant.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The text of a trade bill, as a merchant downloads it. */
class FakeWechatBillTextTest {
  private static final BillDay DAY = new BillDay(LocalDate.of(2026, 11, 27));

  private final Merchant merchant = new Merchant();

  FakeWechatBillTextTest() {
    merchant.setClock(DAY.at(LocalTime.NOON));
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  private String fetched(String query) {
    merchant.setClock(DAY.next().at(LocalTime.NOON));
    Response bill = merchant.send("GET", "/v3/bill/tradebill?" + query, "");
    URI url = URI.create(bill.text("download_url"));
    return new String(merchant.download(url.getPath() + "?" + url.getQuery()).body(), UTF_8);
  }

  @Test
  void theFileBeginsWithAMarkAndItsLinesEndAsOnWindows() {
    merchant.openAndPay();

    String bill = fetched("bill_date=2026-11-27");

    assertThat(bill).startsWith("\uFEFF交易时间,公众账号ID,").endsWith("\r\n");
    assertThat(bill.split("\r\n")).hasSize(4).noneMatch(line -> line.contains("\n"));
  }

  @Test
  void aPaymentIsALineWithAllColumns() {
    String outTradeNo = merchant.openAndPay();
    String transactionId = merchant.client.trade(outTradeNo).path("transactionId").asString();

    List<String> lines = fetched("bill_date=2026-11-27").lines().toList();

    assertThat(lines.get(0))
        .isEqualTo(
            "\uFEFF交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
                + "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,"
                + "手续费,费率,订单金额,申请退款金额,费率备注");
    assertThat(lines.get(1))
        .isEqualTo(
            "`2026-11-27 12:00:00,`%s,`%s,`0,`,`%s,`%s,`o-fake-payer,`NATIVE,`SUCCESS,`OTHERS,`CNY,"
                    .formatted(KEYS.appId(), KEYS.mchId(), transactionId, outTradeNo)
                + "`99.99,`0.00,`0,`0,`0.00,`0.00,`,`,`A cup,`,`0.60000,`0.60%,`99.99,`0.00,`");
    assertThat(lines.get(2)).isEqualTo("总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额");
    assertThat(lines.get(3)).isEqualTo("`1,`99.99,`0.00,`0.00,`0.60000,`99.99,`0.00");
  }

  @Test
  void aRefundIsALineOfTheDayWhenItWasAccepted() {
    merchant.setClock(DAY.at(LocalTime.of(23, 59)).minus(Duration.ofDays(1)));
    String outTradeNo = merchant.openAndPay();
    String transactionId = merchant.client.trade(outTradeNo).path("transactionId").asString();
    merchant.setClock(DAY.at(LocalTime.of(0, 1)));
    String refundId = merchant.refund(transactionId, "R1", 4000, NOWHERE).text("refund_id");

    List<String> lines = fetched("bill_date=2026-11-27").lines().toList();

    assertThat(lines.get(1))
        .startsWith("`2026-11-27 00:01:00,")
        .endsWith(
            ("`NATIVE,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`%s,`R1,`40.00,`0.00,`ORIGINAL,`SUCCESS,"
                    + "`A cup,`,`-0.24000,`0.60%%,`0.00,`40.00,`")
                .formatted(refundId))
        .contains("`" + transactionId + ",`" + outTradeNo + ",");
    assertThat(lines.get(3)).isEqualTo("`1,`0.00,`40.00,`0.00,`-0.24000,`0.00,`40.00");
    assertThat(fetched("bill_date=2026-11-26")).contains("`SUCCESS,").doesNotContain("`REFUND,");
  }

  @Test
  void aRefundHasTheStatusThatItHadWhenTheBillWasWritten() {
    String outTradeNo = merchant.openAndPay();
    String transactionId = merchant.client.trade(outTradeNo).path("transactionId").asString();
    merchant.client.spoil(
        outTradeNo, WechatFaults.ofRefunds(RefundFaults.of(RefundFaults.Kind.LATE)));
    merchant.refund(transactionId, "R1", 4000, NOWHERE);

    String bill = fetched("bill_date=2026-11-27");
    merchant.clock.advance(Duration.ofMinutes(1));
    merchant.client.decideRefund("R1", "SUCCESS");

    assertThat(bill).contains("`ORIGINAL,`PROCESSING,");
    assertThat(merchant.client.bill(DAY.date())).isEqualTo(bill);
  }

  @Test
  void aCouponIsToldBesideThePrice() {
    merchant.client.spoil(WechatFaults.NONE.coupon(new BigDecimal("10.00")));
    String outTradeNo = merchant.openAndPay();
    merchant.refund(
        merchant.client.trade(outTradeNo).path("transactionId").asString(), "R1", 5000, NOWHERE);

    List<String> lines = fetched("bill_date=2026-11-27").lines().toList();

    assertThat(lines.get(1))
        .contains("`CNY,`99.99,`10.00,`0,`0,`0.00,`0.00,")
        .contains("`99.99,`0.00,`");
    assertThat(lines.get(2)).contains("`R1,`50.00,`5.00,`ORIGINAL,");
    assertThat(lines.get(4)).isEqualTo("`2,`99.99,`50.00,`5.00,`0.30000,`99.99,`50.00");
  }

  @Test
  void theOtherKindsHaveOnlyTheirLinesAndColumns() {
    String outTradeNo = merchant.openAndPay();
    merchant.refund(
        merchant.client.trade(outTradeNo).path("transactionId").asString(), "R1", 5000, NOWHERE);

    List<String> paid = fetched("bill_date=2026-11-27&bill_type=SUCCESS").lines().toList();
    List<String> refunded = fetched("bill_date=2026-11-27&bill_type=REFUND").lines().toList();

    assertThat(paid).hasSize(4);
    assertThat(paid.get(0)).doesNotContain("退款");
    assertThat(paid.get(1)).endsWith("`99.99,`0.00,`A cup,`,`0.60000,`0.60%,`99.99,`");
    assertThat(paid.get(3)).isEqualTo("`1,`99.99,`0.60000,`99.99");
    assertThat(refunded).hasSize(4);
    assertThat(refunded.get(1)).contains("`0.00,`0.00,`2026-11-27 12:00:00,`2026-11-27 12:00:00,`");
    assertThat(refunded.get(3)).isEqualTo("`1,`0.00,`50.00,`0.00,`-0.30000,`0.00,`50.00");
  }
}
