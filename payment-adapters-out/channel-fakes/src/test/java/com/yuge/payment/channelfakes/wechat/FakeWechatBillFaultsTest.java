package com.yuge.payment.channelfakes.wechat;

import static com.yuge.payment.channelfakes.wechat.Merchant.NOWHERE;
import static com.yuge.payment.channelfakes.wechat.WechatFaults.ofBills;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.bill.BillFault;
import com.yuge.payment.channelfakes.bill.ExtraLine;
import com.yuge.payment.channelfakes.wechat.Merchant.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeWechatBillFaultsTest {
  private static final BillDay DAY = new BillDay(LocalDate.of(2026, 11, 27));

  private final Merchant merchant = new Merchant();
  private String first;
  private String second;

  @BeforeEach
  void pay() {
    merchant.setClock(DAY.at(LocalTime.NOON));
    first = merchant.open(NOWHERE);
    second = merchant.open(NOWHERE);
    String unused = merchant.client.pressPay(first) + merchant.client.pressPay(second);
    merchant.setClock(DAY.next().at(LocalTime.NOON));
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  private Response apply() {
    return merchant.send("GET", "/v3/bill/tradebill?bill_date=2026-11-27", "");
  }

  private String address(Response bill) {
    return merchant.fake.url().relativize(URI.create(bill.text("download_url"))).toString();
  }

  private List<String> lines() {
    return merchant.client.bill(DAY.date()).lines().toList();
  }

  @ParameterizedTest
  @CsvSource({"LATE, 400 STATEMENT_CREATING", "MISSING, 400 NO_STATEMENT_EXIST"})
  void aBillMayNotBeThere(BillFault fault, String refusal) {
    merchant.client.spoil(ofBills(fault));

    assertThat(apply().refusal()).isEqualTo(refusal);

    merchant.client.behave();
    assertThat(apply().status()).isEqualTo(200);
  }

  @Test
  void theHashMayBeWrong() {
    merchant.client.spoil(ofBills(BillFault.WRONG_HASH));

    Response bill = apply();

    byte[] file = merchant.download("/" + address(bill)).body();
    assertThat(new String(file, UTF_8)).isEqualTo(merchant.client.bill(DAY.date()));
    assertThat(bill.text("hash_value")).hasSize(40).isNotEqualTo(Sha1.of(file));
  }

  @Test
  void theFileMayEndTooSoon() {
    String whole = merchant.client.bill(DAY.date());
    merchant.client.spoil(ofBills(BillFault.TRUNCATED));

    Response bill = apply();

    String file = new String(merchant.download("/" + address(bill)).body(), UTF_8);
    assertThat(whole).startsWith(file);
    assertThat(file).hasSize(whole.length() / 2);
    assertThat(bill.text("hash_value")).isEqualTo(Sha1.of(whole.getBytes(UTF_8)));
  }

  @Test
  void theAddressMayBeDeadAtOnce() {
    merchant.client.spoil(ofBills(BillFault.EXPIRED));

    assertThat(merchant.send("GET", "/" + address(apply()), "").refusal())
        .isEqualTo("400 INVALID_REQUEST");
  }

  @Test
  void theTotalsMayBeWrong() {
    merchant.client.spoil(ofBills(BillFault.WRONG_TOTALS));

    assertThat(lines().get(4)).isEqualTo("`2,`199.99,`0.01,`0.00,`1.20000,`199.99,`0.01");
  }

  @Test
  void linesMayBeInNoBooks() {
    Instant at = DAY.at(LocalTime.NOON);
    merchant.client.plant(
        ExtraLine.payment("SHOP-2", "T1", new BigDecimal("5.00"), at),
        new ExtraLine("SHOP-2", "T1", "R1", new BigDecimal("1.00"), at));

    List<String> lines = lines();

    assertThat(lines).filteredOn(line -> line.contains("`T1,`SHOP-2,")).hasSize(2);
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo("`4,`204.98,`1.00,`0.00,`1.22000,`204.98,`1.00");
  }

  @Test
  void theLinesOfATradeMayBeADayLate() {
    merchant.client.spoil(first, ofBills(BillFault.NEXT_DAY));

    assertThat(merchant.client.bill(DAY.date())).doesNotContain(first).contains(second);
    assertThat(merchant.client.bill(DAY.next().date())).contains(first, "2026-11-27 12:00:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OMITTED | `1,`99.99,`0.00,`0.00,`0.60000,`99.99,`0.00",
        "DOUBLED | `3,`299.97,`0.00,`0.00,`1.80000,`299.97,`0.00",
        "OVER | `2,`199.99,`0.00,`0.00,`1.20000,`199.99,`0.00",
        "REVOKED | `2,`99.99,`99.99,`0.00,`1.20000,`99.99,`99.99",
        "RECHARGED | `2,`199.98,`0.00,`0.00,`1.20000,`199.98,`0.00",
        "SHORT | `2,`199.97,`0.00,`0.00,`1.20000,`199.97,`0.00",
        "OVERCHARGED | `2,`199.98,`0.00,`0.00,`1.25000,`199.98,`0.00"
      })
  void theLinesOfATradeMayBeWrongAndTheTotalsAgree(BillFault fault, String totals) {
    merchant.client.spoil(first, ofBills(fault));

    List<String> lines = lines();

    assertThat(lines.get(lines.size() - 1)).isEqualTo(totals);
    assertThat(lines).filteredOn(line -> line.contains(first)).hasSize(fault.copies(false));
    assertThat(lines).filteredOn(line -> line.contains(second)).hasSize(1);
  }
}
