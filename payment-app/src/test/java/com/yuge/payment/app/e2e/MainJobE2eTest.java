package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.orderservice.Orders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The walk-through of the root README, and what else one request has to bring about. */
class MainJobE2eTest {
  /** A consumer whose question was lost with a broker, as in other tests, asks again after 33 s. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Orders orderService = TestStack.ONE.orders();
  private final PaymentApi api = RunningService.ONE.api();
  private final String orderNo = "E2E-" + UUID.randomUUID().toString().substring(0, 18);

  @Test
  void anOrderThatIsPaidBecomesPaidAtTheOrderServiceOnce() {
    orderService.reserve(orderNo, new BigDecimal("99.99"));

    Answer created = api.create(orderNo, "99.99");
    String payNo = created.text("payNo");
    assertThat(created.text("status")).isEqualTo("INIT");
    assertThat(api.create(orderNo, "99.99").text("payNo")).isEqualTo(payNo);
    Answer opened = api.pay(payNo);
    assertThat(opened.text("status")).isEqualTo("PAYING");
    assertThat(opened.text("payUrl")).endsWith(payNo);

    Map<String, String> callback = api.signedCallback(payNo, "SUCCESS", "MOCK_1", "abc123");
    assertThat(api.callback(callback).text("result")).isEqualTo("PROCESSED");
    assertThat(api.callback(callback).text("result")).isEqualTo("IGNORED");

    assertThat(api.find(payNo).text("status")).isEqualTo("SUCCESS");
    assertThat(api.get("/payments/order/" + orderNo).text("payNo")).isEqualTo(payNo);
    awaitPaid();
    assertThat(orderService.timesConsumed(orderNo)).isOne();
  }

  @Test
  void theTraceOfTheRequestIsTheTraceOfTheEvent() {
    orderService.reserve(orderNo, new BigDecimal("1.00"));
    String payNo = api.create(orderNo, "1").text("payNo");
    String traceId = UUID.randomUUID().toString().replace("-", "");

    Answer answer =
        api.post(
            "/payments/mock-callback",
            api.signedCallback(payNo, "SUCCESS", "MOCK_2", "nonce-2"),
            "traceparent",
            "00-" + traceId + "-00f067aa0ba902b7-01");

    assertThat(answer.text("result")).isEqualTo("PROCESSED");
    awaitPaid();
    assertThat(orderService.traceOf(orderNo)).contains(traceId);
    assertThat(headersOf(payNo)).contains("00-" + traceId + "-").contains(traceId);
  }

  @Test
  void aWrongAmountIsAConflictAndAStrangerIsNotFound() {
    Answer unused = api.create(orderNo, "10.00");

    Answer other = api.create(orderNo, "10.01");

    assertThat(other.http()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("A0409");
    Answer stranger = api.find("PAY00000000000000000000000000000");
    assertThat(stranger.http()).isEqualTo(404);
    assertThat(stranger.code()).isEqualTo("A0404");
  }

  private void awaitPaid() {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(orderService.status(orderNo)).contains("PAID"));
  }

  private static String headersOf(String payNo) {
    return RunningService.ONE
        .database()
        .sql("SELECT headers FROM t_outbox_event WHERE aggregate_key = ?")
        .param(payNo)
        .query(String.class)
        .single();
  }
}
