package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.mockchannel.MockChannelClient;
import com.yuge.payment.mockchannel.Signing;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
  void whatWasPaidInFullSettles() {
    String payNo = opened();

    assertThat(channel.pressPay(payNo)).isEqualTo("PAID");

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(api.find(payNo).text("status")).isEqualTo("SUCCESS"));
  }

  @Test
  void whatWasPaidInPartIsAMismatchByTheCallbackItself() {
    String payNo = opened();

    String trade = channel.pay(payNo, "1.00");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(api.find(payNo).data().path("mismatch").path("tradeNo").asString())
                    .isEqualTo(trade));
    assertThat(api.find(payNo).text("status")).isEqualTo("PAYING");
    assertThat(callbacksWithMismatch(payNo)).isOne();
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
