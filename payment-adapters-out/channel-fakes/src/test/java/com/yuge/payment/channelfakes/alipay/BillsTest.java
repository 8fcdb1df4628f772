package com.yuge.payment.channelfakes.alipay;

import static com.yuge.payment.channelfakes.alipay.Merchant.KEYS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.alipay.AlipayFaults.Call;
import com.yuge.payment.channelfakes.bill.BillLinks;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BillsTest {
  private static final String METHOD = "alipay.data.dataservice.bill.downloadurl.query";
  private static final String NO = "ORDER_1";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant READY = Instant.parse("2026-11-23T01:00:00Z");
  private static final String ACCOUNT = KEYS.sellerId() + "0156";

  private final Merchant merchant = new Merchant(URI.create("http://127.0.0.1:9/notify"));

  @AfterEach
  void close() {
    merchant.close();
  }

  private void pay() {
    var unused = merchant.precreate(NO);
    String state = merchant.client().pressPay(NO);
    assertThat(state).isEqualTo("TRADE_SUCCESS");
  }

  private JsonNode ask(String type, String date) {
    return merchant.call(METHOD, Map.of("bill_type", type, "bill_date", date));
  }

  private JsonNode askWhenReady() {
    merchant.setClock(READY);
    return ask("trade", "2026-11-22");
  }

  private BillZip bill() {
    return BillZip.read(merchant.client().bill(DAY));
  }

  @Test
  void theAddressServesTheFileToEverybody() {
    pay();

    JsonNode answer = askWhenReady();

    assertThat(answer.path("code").asString()).isEqualTo("10000");
    String address = answer.path("bill_download_url").asString();
    assertThat(address)
        .startsWith(merchant.fake.url() + "/downloadBillFile.resource?bizType=trade&userId=")
        .contains("&bizDates=20261122&");
    assertThat(BillZip.read(merchant.download(address).body())).isEqualTo(bill());
  }

  @Test
  void theNamesInTheZipAreGbkWithoutAMark() {
    pay();

    byte[] zip = merchant.client().bill(DAY);

    assertThat(BillZip.read(zip).files())
        .containsOnlyKeys(ACCOUNT + "_20261122_业务明细.csv", ACCOUNT + "_20261122_业务明细(汇总).csv");
    byte[] name = "_业务明细.csv".getBytes(Charset.forName("GBK"));
    assertThat(new String(zip, ISO_8859_1)).contains(new String(name, ISO_8859_1));
    assertThat(zip[7] & 0x08).as("the flag of UTF-8 names").isZero();
  }

  @Test
  void aPaymentIsALineBetweenComments() {
    pay();

    List<String> lines = bill().details();

    assertThat(lines)
        .containsExactly(
            "#支付宝业务明细查询",
            "#账号：[" + ACCOUNT + "]",
            "#起始日期：[2026年11月22日 00:00:00]   终止日期：[2026年11月23日 00:00:00]",
            "#-----------------------------------------业务明细列表----------------------------------------",
            "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,"
                + "商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,"
                + "商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注",
            tradeNo()
                + "\t,ORDER_1\t,交易\t,茶 Tea,2026-11-22 20:00:00,2026-11-22 20:00:00,\t,\t,\t,\t,"
                + "*家(fak***@sandbox.com)\t,88.88,88.88,0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00,\t,"
                + "-0.53,0.00,",
            "#-----------------------------------------业务明细列表结束------------------------------------",
            "#交易合计：1笔，商家实收共88.88元，商家优惠共0.00元",
            "#退款合计：0笔，商家实收退款共0.00元，商家优惠退款共0.00元",
            "#导出时间：[2026年11月23日 05:30:00]");
    assertThat(bill().file("_业务明细.csv").split("\r\n")).hasSize(lines.size());
  }

  private String tradeNo() {
    return merchant.client().trade(NO).path("tradeNo").asString();
  }

  @Test
  void aRefundIsANegativeLineWithItsNumber() {
    pay();
    var unused = merchant.refund(NO, "R1", "8.88");

    List<String> lines = bill().details();

    assertThat(lines.get(6))
        .startsWith(tradeNo() + "\t,ORDER_1\t,退款\t,茶 Tea,2026-11-22 20:00:00,2026-11-22 20:00:00,")
        .endsWith(",-8.88,-8.88,0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00,R1\t,0.05,0.00,");
    assertThat(lines.get(8)).isEqualTo("#交易合计：1笔，商家实收共88.88元，商家优惠共0.00元");
    assertThat(lines.get(9)).isEqualTo("#退款合计：1笔，商家实收退款共-8.88元，商家优惠退款共0.00元");
  }

  @Test
  void theSummaryHasARowOfNoStoreAndOneOfAll() {
    pay();
    var unused = merchant.refund(NO, "R1", "8.88");

    assertThat(bill().summary())
        .containsExactly(
            "#支付宝业务汇总查询",
            "#账号：[" + ACCOUNT + "]",
            "#起始日期：[2026年11月22日 00:00:00]   终止日期：[2026年11月23日 00:00:00]",
            "#-----------------------------------------业务汇总列表----------------------------------------",
            "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）,"
                + "服务费（元）,分润（元）,实收净额（元）",
            "\t,\t,1,1,80.00,80.00,0.00,0.00,0.00,-0.48,0.00,79.52",
            "合计\t,\t,1,1,80.00,80.00,0.00,0.00,0.00,-0.48,0.00,79.52",
            "#----------------------------------------业务汇总列表结束-------------------------------------",
            "#导出时间：[2026年11月23日 05:30:00]");
  }

  @Test
  void theMerchantReceivesLessIfACouponPaid() {
    merchant.client().spoil(AlipayFaults.NONE.coupon(new BigDecimal("8.88")));
    pay();
    var unused = merchant.refund(NO, "R1", "44.44");

    List<String> lines = bill().details();

    assertThat(lines.get(5)).contains(",88.88,80.00,0.00,0.00,0.00,8.88,").endsWith(",-0.48,0.00,");
    assertThat(lines.get(6)).contains(",-44.44,-40.00,0.00,0.00,0.00,-4.44,");
  }

  @Test
  void aLateRefundIsOfTheDayWhenItWasDone() {
    pay();
    merchant.client().spoil(NO, AlipayFaults.ofRefunds(RefundFault.of(RefundFault.Kind.LATE)));
    var unused = merchant.refund(NO, "R1", "8.88");
    merchant.setClock(READY);
    merchant.client().decideRefund("R1", "SUCCESS");

    assertThat(bill().details()).noneMatch(line -> line.contains("退款\t"));
    assertThat(BillZip.read(merchant.client().bill(DAY.plusDays(1))).details())
        .anyMatch(line -> line.contains("退款\t") && line.contains("2026-11-23 09:00:00"))
        .noneMatch(line -> line.contains("交易\t"));
  }

  @ParameterizedTest
  @CsvSource({
    "trade, 2026-11-21, isp.bill_not_exist",
    "trade, 2016-01-01, isp.bill_not_exist",
    "trade, 2015-12-31, isv.invalid_arguments",
    "trade, 2026-11-23, isv.invalid_arguments",
    "trade, 2026-11-31, isv.invalid_arguments",
    "trade, 20261122, isv.invalid_arguments",
    "trade, 2026-11, isv.invalid_arguments",
    "signcustomer, 2026-11-22, isv.invalid_arguments",
    "'', 2026-11-22, isv.invalid_arguments",
    "trade, '', isv.invalid_arguments"
  })
  void otherBillsAreRefusedAndTheRefusalIsSigned(String type, String date, String subCode) {
    pay();
    merchant.setClock(READY);

    JsonNode refused = ask(type, date);

    assertThat(refused.path("code").asString()).isEqualTo("40004");
    assertThat(refused.path("sub_code").asString()).isEqualTo(subCode);
  }

  @Test
  void aBillIsReadyAtNineOfTheNextDay() {
    pay();

    merchant.setClock(READY.minusSeconds(1));
    assertThat(ask("trade", "2026-11-22").path("sub_code").asString())
        .isEqualTo("isp.bill_not_exist");

    assertThat(askWhenReady().path("code").asString()).isEqualTo("10000");
    assertThat(merchant.client().calls(Call.BILL)).isEqualTo(2);
  }

  @Test
  void anAddressIsGoodForHalfAMinute() {
    pay();
    String address = askWhenReady().path("bill_download_url").asString();

    merchant.clock.advance(BillLinks.LIFETIME.minusMillis(1));
    assertThat(merchant.download(address).statusCode()).isEqualTo(200);

    merchant.clock.advance(Duration.ofMillis(1));
    assertThat(merchant.download(address).statusCode()).isEqualTo(403);
    assertThat(merchant.download(address.replaceAll("token=.*", "token=0")).statusCode())
        .isEqualTo(403);
  }
}
