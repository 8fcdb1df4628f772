package com.yuge.payment.channelfakes.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.bill.BillDay;
import com.yuge.payment.channelfakes.bill.BillLinks;
import com.yuge.payment.channelfakes.wechat.Merchant.Response;
import com.yuge.payment.channelfakes.wechat.WechatFaults.Call;
import com.yuge.payment.channelfakes.wechat.WechatFaults.OfAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fake's answers to the calls about bills. */
class FakeWechatBillsTest {
  private static final BillDay DAY = new BillDay(LocalDate.of(2026, 11, 27));
  private static final Instant READY = DAY.next().at(LocalTime.of(10, 0));

  private final Merchant merchant = new Merchant();

  FakeWechatBillsTest() {
    merchant.setClock(DAY.at(LocalTime.NOON));
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  private Response apply(String query) {
    return merchant.send("GET", "/v3/bill/tradebill?" + query, "");
  }

  private Response applyWhenReady(String query) {
    merchant.setClock(READY);
    return apply(query);
  }

  /** The path and query of the address in an answer, which is signed like any other request. */
  private static String address(Response bill) {
    URI url = URI.create(bill.text("download_url"));
    return url.getPath() + "?" + url.getQuery();
  }

  private String fetched(String query) {
    return new String(merchant.download(address(applyWhenReady(query))).body(), UTF_8);
  }

  @Test
  void theAnswerIsSignedAndTellsAnAddressAndTheHashOfTheFile() {
    merchant.openAndPay();

    Response bill = applyWhenReady("bill_date=2026-11-27&bill_type=ALL");

    assertThat(bill.isSigned()).isTrue();
    assertThat(bill.text("hash_type")).isEqualTo("SHA1");
    assertThat(bill.text("download_url"))
        .startsWith(merchant.fake.url() + "/v3/billdownload/file?token=");
    HttpResponse<byte[]> file = merchant.download(address(bill));
    assertThat(Sha1.of(file.body())).isEqualTo(bill.text("hash_value"));
    assertThat(file.headers().firstValue("Wechatpay-Signature")).isEmpty();
  }

  @Test
  void aZippedFileHasTheHashOfTheUnzippedOne() throws IOException {
    merchant.openAndPay();

    Response bill = applyWhenReady("bill_date=2026-11-27&tar_type=GZIP");

    assertThat(address(bill)).endsWith("&tartype=gzip");
    HttpResponse<byte[]> file = merchant.download(address(bill));
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/x-gzip");
    byte[] unzipped = new GZIPInputStream(new ByteArrayInputStream(file.body())).readAllBytes();
    assertThat(Sha1.of(unzipped)).isEqualTo(bill.text("hash_value"));
    assertThat(new String(unzipped, UTF_8)).isEqualTo(fetched("bill_date=2026-11-27"));
  }

  @ParameterizedTest
  @CsvSource({
    "bill_date=2026-11-26, 400 NO_STATEMENT_EXIST",
    "bill_date=2026-11-27&bill_type=REFUND, 400 NO_STATEMENT_EXIST",
    "bill_date=2026-11-27&bill_type=RECHARGE_REFUND, 400 NO_STATEMENT_EXIST",
    "bill_date=2026-08-28, 400 NO_STATEMENT_EXIST",
    "bill_date=2026-08-27, 400 INVALID_REQUEST",
    "bill_date=2026-11-28, 400 INVALID_REQUEST",
    "bill_date=2026-11-29, 400 INVALID_REQUEST",
    "bill_date=2026-11-31, 400 PARAM_ERROR",
    "bill_date=20261127, 400 PARAM_ERROR",
    "bill_type=ALL, 400 PARAM_ERROR",
    "bill_date=2026-11-27&bill_type=OTHER, 400 PARAM_ERROR",
    "bill_date=2026-11-27&tar_type=ZIP, 400 PARAM_ERROR"
  })
  void otherBillsAreRefusedAndTheRefusalIsSigned(String query, String refusal) {
    merchant.openAndPay();

    Response refused = applyWhenReady(query);

    assertThat(refused.refusal()).isEqualTo(refusal);
    assertThat(refused.isSigned()).isTrue();
  }

  @Test
  void aBillIsWrittenAtTenOfTheNextDay() {
    merchant.openAndPay();

    merchant.setClock(READY.minusSeconds(1));
    assertThat(apply("bill_date=2026-11-27").refusal()).isEqualTo("400 STATEMENT_CREATING");

    assertThat(applyWhenReady("bill_date=2026-11-27").status()).isEqualTo(200);
  }

  @Test
  void bothCallsNeedASignature() {
    merchant.openAndPay();
    String path = "/v3/bill/tradebill?bill_date=2026-11-27";

    String address = address(applyWhenReady("bill_date=2026-11-27"));

    assertThat(merchant.send("GET", path, "", "").refusal()).isEqualTo("401 SIGN_ERROR");
    assertThat(merchant.send("GET", address, "", "").refusal()).isEqualTo("401 SIGN_ERROR");
    String ofOther = merchant.authorization("GET", address + "0", "");
    assertThat(merchant.send("GET", address, "", ofOther).refusal()).isEqualTo("401 SIGN_ERROR");
  }

  @Test
  void anAddressIsGoodForHalfAMinute() {
    merchant.openAndPay();
    String address = address(applyWhenReady("bill_date=2026-11-27"));

    merchant.clock.advance(BillLinks.LIFETIME.minusMillis(1));
    assertThat(merchant.download(address).statusCode()).isEqualTo(200);
    assertThat(merchant.download(address).statusCode()).isEqualTo(200);

    merchant.clock.advance(Duration.ofMillis(1));
    Response late = merchant.send("GET", address, "");
    assertThat(late.refusal()).isEqualTo("400 INVALID_REQUEST");
    assertThat(late.isSigned()).isTrue();
    assertThat(merchant.send("GET", "/v3/billdownload/file?token=0", "").refusal())
        .isEqualTo("400 INVALID_REQUEST");
  }

  @Test
  void theCallsAreCountedAndMayFail() {
    merchant.openAndPay();
    String address = address(applyWhenReady("bill_date=2026-11-27"));
    merchant.client.spoil(WechatFaults.ofAnswers(OfAnswer.FREQUENCY_LIMITED, Call.TRADE_BILL));
    assertThat(apply("bill_date=2026-11-27").refusal()).isEqualTo("429 FREQUENCY_LIMITED");

    merchant.client.spoil(WechatFaults.ofAnswers(OfAnswer.ERROR, Call.DOWNLOAD_BILL));
    assertThat(merchant.download(address).statusCode()).isEqualTo(502);

    assertThat(merchant.client.calls(Call.TRADE_BILL)).isEqualTo(2);
    assertThat(merchant.client.calls(Call.DOWNLOAD_BILL)).isEqualTo(1);
  }
}
