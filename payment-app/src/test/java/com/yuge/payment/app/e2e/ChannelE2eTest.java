package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.OfCallbacks;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.devstack.MockChannelServer;
import com.yuge.payment.orderservice.Orders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** From the button at the cashier to the paid order, by the channel's own callback. */
class ChannelE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Orders orderService = TestStack.ONE.orders();
  private final MockChannelServer server = TestStack.ONE.servers().mockChannel();
  private final MockChannelClient channel = server.client();
  private final PaymentApi api = RunningService.ONE.api();
  private final String orderNo = "CHN-" + UUID.randomUUID().toString().substring(0, 18);

  @Test
  void whoPressesPayAtTheCashierHasPaid() {
    orderService.reserve(orderNo, new BigDecimal("99.99"));
    String payNo = api.create(orderNo, "99.99").text("payNo");
    Answer opened = opening(payNo);
    assertThat(opened.text("payUrl")).isEqualTo(server.url() + "/cashier/" + payNo);
    assertThat(api.pay(payNo).text("payUrl")).isEqualTo(opened.text("payUrl"));

    assertThat(channel.pressPay(payNo)).isEqualTo("PAID");

    awaitStatus(payNo, "SUCCESS");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(orderService.status(orderNo)).contains("PAID"));
    awaitAcknowledged(payNo);
    assertThat(channel.seen(payNo).path("callbackTries").asInt()).isOne();
  }

  @Test
  void aPaymentThatFailedIsFailed() {
    String payNo = opened();

    assertThat(channel.pressFail(payNo)).isEqualTo("FAILED");

    awaitStatus(payNo, "FAILED");
  }

  @Test
  void aChannelThatIsDownIsToldAndAskedAgain() {
    String payNo = api.create(orderNo, "5.00").text("payNo");
    server.kill();
    try {
      assertChannelFailed(api.pay(payNo));
    } finally {
      server.start();
    }

    assertThat(api.find(payNo).text("status")).isEqualTo("PAYING");
    pays(payNo);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGSTOP.")
  void aChannelThatHangsIsToldAndAskedAgain() {
    String payNo = api.create(orderNo, "5.00").text("payNo");
    server.suspend();
    try {
      assertChannelFailed(api.pay(payNo));
    } finally {
      server.resume();
    }

    pays(payNo);
  }

  @Test
  void aCallbackThatWasLostComesAgain() {
    String payNo = opened();
    channel.spoil(payNo, Faults.ofCallbacks(OfCallbacks.LOST));
    assertThat(channel.pressPay(payNo)).isEqualTo("PAID");
    await().atMost(SOON).until(() -> channel.seen(payNo).path("callbackTries").asInt() > 0);
    assertThat(api.find(payNo).text("status")).isEqualTo("PAYING");

    channel.spoil(payNo, Faults.NONE);

    awaitStatus(payNo, "SUCCESS");
    awaitAcknowledged(payNo);
  }

  @Test
  void copiesOfACallbackMakeOneEvent() {
    String payNo = opened();
    channel.spoil(payNo, Faults.NONE.copied(5));

    assertThat(channel.pressPay(payNo)).isEqualTo("PAID");

    awaitAcknowledged(payNo);
    assertThat(events(payNo)).isOne();
  }

  @Test
  void anOperatorNeedNotWaitForACallbackThatWasLost() {
    String payNo = opened();
    channel.spoil(payNo, Faults.ofCallbacks(OfCallbacks.LOST));
    assertThat(channel.pressPay(payNo)).isEqualTo("PAID");

    Answer asked =
        api.post(
            "/payments/" + payNo + "/reconcile", Map.of("by", "li", "reason", "the payer calls"));

    assertThat(asked.text("result")).isEqualTo("DECIDED");
    assertThat(asked.text("currentStatus")).isEqualTo("SUCCESS");
    assertThat(api.get("/payments/" + payNo + "/timeline").data().toString())
        .contains("REQUESTED", "by li: the payer calls");
  }

  private String opened() {
    String payNo = api.create(orderNo, "5.00").text("payNo");
    assertThat(opening(payNo).http()).isEqualTo(200);
    return payNo;
  }

  // The service may leave the channel alone for a moment: it checks orders of other tests too,
  // and each check at a channel that is down has failed.
  private Answer opening(String payNo) {
    return await().atMost(SOON).until(() -> api.pay(payNo), answer -> answer.http() == 200);
  }

  private void pays(String payNo) {
    assertThat(opening(payNo).text("payUrl")).endsWith(payNo);
    assertThat(channel.pressPay(payNo)).isEqualTo("PAID");
    awaitStatus(payNo, "SUCCESS");
  }

  private static void assertChannelFailed(Answer answer) {
    assertThat(answer.http()).isEqualTo(502);
    assertThat(answer.code()).isEqualTo("C0001");
  }

  private void awaitStatus(String payNo, String status) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(api.find(payNo).text("status")).isEqualTo(status));
  }

  private void awaitAcknowledged(String payNo) {
    await().atMost(SOON).until(() -> channel.seen(payNo).path("acknowledged").asBoolean());
  }

  private static int events(String payNo) {
    return RunningService.ONE
        .database()
        .sql("SELECT COUNT(*) FROM t_outbox_event WHERE aggregate_key = ?")
        .param(payNo)
        .query(Integer.class)
        .single();
  }
}
