package com.yuge.payment.channelfakes.alipay;

import static com.yuge.payment.channelfakes.alipay.AlipayFaults.ofBills;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class BillFaultsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private final Merchant merchant = new Merchant(URI.create("http://127.0.0.1:9/notify"));

  @BeforeEach
  void pay() {
    for (String number : List.of("ORDER_1", "ORDER_2")) {
      var unused = merchant.precreate(number);
      String state = merchant.client().pressPay(number);
      assertThat(state).isEqualTo("TRADE_SUCCESS");
    }
    merchant.setClock(Instant.parse("2026-11-23T04:00:00Z"));
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  private JsonNode ask() {
    return merchant.call(
        "alipay.data.dataservice.bill.downloadurl.query",
        Map.of("bill_type", "trade", "bill_date", "2026-11-22"));
  }

  private BillZip bill() {
    return BillZip.read(merchant.client().bill(DAY));
  }

  @ParameterizedTest
  @EnumSource(names = {"LATE", "MISSING"})
  void aBillMayNotBeThere(BillFault fault) {
    merchant.client().spoil(ofBills(fault));

    assertThat(ask().path("sub_code").asString()).isEqualTo("isp.bill_not_exist");

    merchant.client().behave();
    assertThat(ask().path("code").asString()).isEqualTo("10000");
  }

  @Test
  void theAddressMayBeDeadAtOnce() {
    merchant.client().spoil(ofBills(BillFault.EXPIRED));

    String address = ask().path("bill_download_url").asString();

    assertThat(merchant.download(address).statusCode()).isEqualTo(403);
  }

  @Test
  void theListMayEndTooSoon() {
    String whole = bill().file("_业务明细.csv");
    merchant.client().spoil(ofBills(BillFault.TRUNCATED));

    String part = bill().file("_业务明细.csv");

    assertThat(whole).startsWith(part);
    assertThat(part).contains("支付宝交易号,").doesNotContain("结束", "交易合计");
  }

  @Test
  void theTotalsMayBeWrong() {
    merchant.client().spoil(ofBills(BillFault.WRONG_TOTALS));

    assertThat(bill().details()).contains("#交易合计：2笔，商家实收共177.77元，商家优惠共0.00元");
    assertThat(bill().summary())
        .contains("合计\t,\t,2,0,177.77,177.77,0.00,0.00,0.00,-1.06,0.00,176.71");
  }

  @Test
  void linesMayBeInNoBooks() {
    Instant at = Instant.parse("2026-11-22T04:00:00Z");
    merchant
        .client()
        .plant(
            ExtraLine.payment("SHOP-2", "T1", new BigDecimal("5.00"), at),
            new ExtraLine("SHOP-2", "T1", "R1", new BigDecimal("1.00"), at));

    assertThat(bill().details())
        .filteredOn(line -> line.startsWith("T1\tSHOP-2\t".replace("\t", "\t,")))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains(",-1.00,-1.00,", ",R1\t,0.01,"));
  }

  @Test
  void theLinesOfATradeMayBeADayLate() {
    merchant.client().spoil("ORDER_1", ofBills(BillFault.NEXT_DAY));

    assertThat(bill().details()).noneMatch(line -> line.contains("ORDER_1\t"));
    assertThat(BillZip.read(merchant.client().bill(DAY.plusDays(1))).details())
        .anyMatch(line -> line.contains("ORDER_1\t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OMITTED | 1,0,88.88,88.88,0.00,0.00,0.00,-0.53,0.00,88.35",
        "DOUBLED | 3,0,266.64,266.64,0.00,0.00,0.00,-1.59,0.00,265.05",
        "OVER | 2,0,177.77,177.77,0.00,0.00,0.00,-1.06,0.00,176.71",
        "SHORT | 2,0,177.75,177.75,0.00,0.00,0.00,-1.06,0.00,176.69",
        "OVERCHARGED | 2,0,177.76,177.76,0.00,0.00,0.00,-1.11,0.00,176.65"
      })
  void theLinesOfATradeMayBeWrongAndTheTotalsAgree(BillFault fault, String totals) {
    merchant.client().spoil("ORDER_1", ofBills(fault));

    assertThat(bill().summary()).contains("合计\t,\t," + totals);
    assertThat(bill().details())
        .filteredOn(line -> line.contains("ORDER_1\t"))
        .hasSize(fault.copies(false));
    assertThat(bill().details()).filteredOn(line -> line.contains("ORDER_2\t")).hasSize(1);
  }
}
