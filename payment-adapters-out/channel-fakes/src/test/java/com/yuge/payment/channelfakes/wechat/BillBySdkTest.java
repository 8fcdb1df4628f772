package com.yuge.payment.channelfakes.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.billdownload.DigestBillEntity;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import com.wechat.pay.java.service.billdownload.model.TarType;
import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.bill.BillFault;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official SDK fetches the bill of the day before yesterday, because it signs with today. */
class BillBySdkTest {
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private final Merchant merchant = new Merchant();
  private final BillDownloadServiceExtension sdk =
      new BillDownloadServiceExtension.Builder()
          .httpClient(new SdkHttp(merchant.fake.url()))
          // Only bills of sub-merchants are encrypted.
          .decryptor(encrypted -> encrypted)
          .build();
  private BillDay day;

  @BeforeEach
  void pay() {
    merchant.clock.advance(TWO_DAYS.negated());
    day = BillDay.of(merchant.clock.instant());
    merchant.openAndPay();
    merchant.clock.advance(TWO_DAYS);
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  private GetTradeBillRequest request() {
    GetTradeBillRequest request = new GetTradeBillRequest();
    request.setBillDate(day.date().toString());
    request.setBillType(BillType.ALL);
    return request;
  }

  @Test
  void theSdkFetchesABillAndItsHashIsRight() throws IOException {
    DigestBillEntity bill = sdk.getTradeBill(request());

    assertThat(new String(bill.getInputStream().readAllBytes(), UTF_8))
        .isEqualTo(merchant.client.bill(day.date()));
    assertThat(bill.verifyHash()).isTrue();
  }

  @Test
  void theSdkUnzipsABill() throws IOException {
    GetTradeBillRequest request = request();
    request.setTarType(TarType.GZIP);

    DigestBillEntity bill = sdk.getTradeBill(request);

    assertThat(new String(bill.getInputStream().readAllBytes(), UTF_8))
        .isEqualTo(merchant.client.bill(day.date()));
    assertThat(bill.verifyHash()).isTrue();
  }

  @Test
  void theSdkSeesAWrongHash() throws IOException {
    merchant.client.spoil(WechatFaults.ofBills(BillFault.WRONG_HASH));

    DigestBillEntity bill = sdk.getTradeBill(request());

    assertThat(bill.getInputStream().readAllBytes()).isNotEmpty();
    assertThat(bill.verifyHash()).isFalse();
  }

  @Test
  void theSdkReadsARefusal() {
    GetTradeBillRequest empty = request();
    empty.setBillType(BillType.REFUND);

    assertThatThrownBy(() -> sdk.getTradeBill(empty))
        .isInstanceOfSatisfying(
            ServiceException.class,
            refusal -> assertThat(refusal.getErrorCode()).isEqualTo("NO_STATEMENT_EXIST"));
  }
}
