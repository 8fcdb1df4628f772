package com.yuge.payment.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.RealChannels;
import com.yuge.payment.app.e2e.RefundApi;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers of a channel without its signature: a payment, a trade that does not exist, a close and a
 * refund. Each would change an order if it were believed. It changes nothing but the plan of the
 * next call; an operator sees the reason. The same answer with a signature then counts.
 */
class UnsignedAnswersE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Set<String> PLANNED = Set.of("t_pay_order", "t_pay_reconcile_audit");

  /** Unsigned answers count as failures, and no channel may be left alone here. */
  private static final String NO_BREAKER = "--payment.channel.breaker-calls=1000";

  private static final RealChannels CHANNELS =
      RealChannels.start(
          "payment_unsigned_answers",
          Stream.concat(FalseCallbacksE2eTest.QUIET.stream(), Stream.of(NO_BREAKER)).toList());

  private final JdbcClient jdbc = CHANNELS.database().jdbc();
  private final Tables tables = new Tables(jdbc);
  private final PaymentApi api = CHANNELS.api();
  private final RefundApi refunds = new RefundApi(api);

  @AfterAll
  static void end() {
    CHANNELS.close();
  }

  @ParameterizedTest
  @EnumSource
  void aPaymentIsNotBelieved(FakeChannel channel) {
    String payNo = opened(channel);
    channel.answersUnsigned(CHANNELS, "QUERY");
    channel.pressPay(CHANNELS, payNo);

    changesNothing(channel, payNo, "QUERY");

    channel.behaves(CHANNELS);
    assertThat(api.reconcile(payNo).text("result")).isEqualTo("DECIDED");
    assertThat(api.find(payNo).text("status")).isEqualTo("SUCCESS");
  }

  @ParameterizedTest
  @EnumSource
  void aTradeThatDoesNotExistIsNotBelieved(FakeChannel channel) {
    channel.opensNothing(CHANNELS);
    String payNo = created(channel);
    assertThat(api.pay(payNo).http()).isEqualTo(502);
    expire(payNo);
    channel.answersUnsigned(CHANNELS, "QUERY");

    changesNothing(channel, payNo, "QUERY");

    channel.behaves(CHANNELS);
    assertThat(api.reconcile(payNo).text("result")).isEqualTo("CLOSED");
  }

  @ParameterizedTest
  @EnumSource
  void aCloseIsNotBelieved(FakeChannel channel) {
    String payNo = opened(channel);
    expire(payNo);
    channel.answersUnsigned(CHANNELS, "CLOSE");

    changesNothing(channel, payNo, "CLOSE");

    channel.behaves(CHANNELS);
    assertThat(api.reconcile(payNo).text("result")).isEqualTo("CLOSED");
  }

  @ParameterizedTest
  @EnumSource
  void aRefundIsNotBelieved(FakeChannel channel) {
    String payNo = opened(channel);
    channel.pressPay(CHANNELS, payNo);
    await().atMost(SOON).until(() -> api.find(payNo).text("status").equals("SUCCESS"));
    channel.answersUnsigned(CHANNELS, "REFUND");

    Answer asked = refunds.ask(payNo, "R1", "40.00");

    assertThat(asked.text("status")).isEqualTo("REFUNDING");
    assertThat(refunds.find(asked.text("refundNo")).text("lastError")).contains(channel.reason);
    assertThat(api.find(payNo).data().path("refundedAmount").asDouble()).isZero();

    channel.behaves(CHANNELS);
    await().atMost(SOON).until(() -> refundStatus(asked.text("refundNo")).equals("SUCCESS"));
  }

  /** The channel wants some seconds between two requests. */
  private String refundStatus(String refundNo) {
    assertThat(refunds.reconcile(refundNo).http()).isEqualTo(200);
    return refunds.find(refundNo).text("status");
  }

  private void changesNothing(FakeChannel channel, String payNo, String call) {
    Map<String, Long> before = tables.checksums();
    Map<String, Object> order = order(payNo);

    assertThat(api.reconcile(payNo).text("result")).isEqualTo("UNKNOWN");

    Map<String, Long> after = new HashMap<>(tables.checksums());
    after.entrySet().removeAll(before.entrySet());
    assertThat(after.keySet()).isSubsetOf(PLANNED);
    assertThat(order(payNo)).isEqualTo(order);
    assertThat(api.get("/payments/" + payNo + "/timeline").data().path("steps").valueStream())
        .last()
        .satisfies(step -> assertThat(step.toString()).contains(call, "UNKNOWN", channel.reason));
  }

  /** All but when its channel is asked next. */
  private Map<String, Object> order(String payNo) {
    Map<String, Object> row =
        jdbc.sql("SELECT * FROM t_pay_order WHERE pay_no = ?").param(payNo).query().singleRow();
    row.keySet().removeAll(Set.of("next_check_at", "check_count", "updated_at", "version"));
    return row;
  }

  /** The payer's time is up, at the channel too. */
  private void expire(String payNo) {
    String over =
        "UPDATE t_pay_order SET expire_at = created_at, open_expire_at = created_at WHERE pay_no = ?";
    assertThat(jdbc.sql(over).param(payNo).update()).isOne();
  }

  private String created(FakeChannel channel) {
    String orderNo = "UNSIGNED-" + UUID.randomUUID().toString().substring(0, 18);
    Map<String, String> order =
        Map.of("orderNo", orderNo, "amount", "99.99", "channel", channel.name());
    return api.post("/payments", order).text("payNo");
  }

  private String opened(FakeChannel channel) {
    String payNo = created(channel);
    assertThat(api.pay(payNo).text("status")).isEqualTo("PAYING");
    return payNo;
  }
}
