package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.channelfakes.mock.Signing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The channel signs by scheme 2, with code of its own. */
class SignedAmountE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final PaymentApi api = RunningService.ONE.api();

  @BeforeEach
  void signByScheme2() {
    channel.signBy(Signing.hmac("dev-1", "development-only-callback-key-0001"));
  }

  @AfterEach
  void signAsBefore() {
    channel.signBy(Signing.md5("ymall-payment-secret-key-2024"));
  }

  @Test
  void whatWasPaidInFullIsApplied() {
    String payNo = opened();

    assertThat(channel.pressPay(payNo)).isEqualTo("PAID");

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(api.find(payNo).text("status")).isEqualTo("SUCCESS"));
  }

  /** The payer paid some minutes before the callback came. */
  @Test
  void paidAtIsWhenThePayerPaid() {
    channel.signBy(Signing.hmacV3("dev-1", "development-only-callback-key-0001"));
    Instant paidAt = Instant.now().minus(Duration.ofMinutes(3)).truncatedTo(ChronoUnit.SECONDS);
    String payNo = opened();

    String unused = channel.payAt(payNo, paidAt);

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(api.find(payNo).text("status")).isEqualTo("SUCCESS"));
    LocalDateTime local = LocalDateTime.ofInstant(paidAt, ZoneId.of("Asia/Shanghai"));
    assertThat(api.find(payNo).text("paidAt"))
        .isEqualTo(local.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    assertThat(LocalDateTime.parse(api.find(payNo).text("receivedAt"))).isAfter(local);
  }

  @Test
  void whatWasPaidInPartIsAMismatchByTheCallbackItself() {
    String payNo = opened();

    String trade = channel.pay(payNo, "1.00");

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(unapplied(payNo).path("tradeNo").asString()).isEqualTo(trade));
    assertThat(unapplied(payNo).path("kind").asString()).isEqualTo("MISMATCH");
    assertThat(api.find(payNo).text("status")).isEqualTo("PAYING");
    assertThat(callbacksWithMismatch(payNo)).isOne();
  }

  private JsonNode unapplied(String payNo) {
    return api.find(payNo).data().path("unappliedPayments").path(0);
  }

  private String opened() {
    String orderNo = "SIG-" + UUID.randomUUID().toString().substring(0, 18);
    String payNo = api.create(orderNo, "5.00").text("payNo");
    assertThat(api.pay(payNo).http()).isEqualTo(200);
    return payNo;
  }

  private static int callbacksWithMismatch(String payNo) {
    return RunningService.ONE
        .database()
        .sql(
            "SELECT COUNT(*) FROM t_pay_callback_log WHERE pay_no = ? AND process_result = 'FAILED'")
        .param(payNo)
        .query(Integer.class)
        .single();
  }
}
