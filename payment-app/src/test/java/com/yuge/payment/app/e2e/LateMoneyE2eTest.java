package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.channelfakes.mock.Faults.OfAnswer;
import com.yuge.payment.channelfakes.mock.Faults.OfCallbacks;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.orderservice.Orders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Unapplied money is seen by everybody who has to see it, and is in the timeline. */
class LateMoneyE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Faults NO_CALLBACK = Faults.ofCallbacks(OfCallbacks.LOST);

  /** An answer that was true when it was given, and comes a while later. */
  private static final Faults LATE_ANSWER =
      Faults.ofAnswers(OfAnswer.NONE, Call.QUERY).delayed(1500).with(OfCallbacks.LOST);

  private final Orders orderService = TestStack.ONE.orders();
  private final MockChannelClient channel = TestStack.ONE.servers().mockChannel().client();
  private final PaymentApi api = RunningService.ONE.api();
  private final StoredOrders stored = new StoredOrders(RunningService.ONE.database());
  private final String orderNo = "LATE-" + UUID.randomUUID().toString().substring(0, 18);
  private final String payNo = opened();

  @AfterEach
  void behave() {
    channel.behave();
  }

  /** Nobody pays, the order is closed, and then somebody has paid after all. */
  @Test
  void lateMoneyByCallbackAndItsWholeTimeline() {
    long before = received("late", "callback");
    stored.expire(payNo);
    stored.awaitStatus(payNo, "CLOSED");
    awaitOrder("RELEASED");

    String tradeNo = channel.pay(payNo, "5.00");

    awaitOrder("REFUND_DUE");
    await().atMost(SOON).until(() -> channel.seen(payNo).path("acknowledged").asBoolean());
    await().atMost(SOON).until(() -> unapplied().path("amountKnown").asBoolean());
    assertUnapplied("LATE", tradeNo, 5.00, "CLOSED");
    assertThat(received("late", "callback")).isEqualTo(before + 1);
    await().atMost(SOON).until(() -> health("late") > 0);
    awaitTimeline(
        tuple("CREATED", "CREATE", "INIT"),
        tuple("STEP", "OPEN", "BEGUN"),
        tuple("STEP", "QUERY", "UNPAID"),
        tuple("STEP", "CLOSE", "CLOSED"),
        tuple("EVENT", "PAYMENT_CLOSED", "PUBLISHED"),
        tuple("PUBLISHED", "PAYMENT_CLOSED", "ACKNOWLEDGED"),
        tuple("CALLBACK", "SUCCESS", "PROCESSED"),
        tuple("STEP", "NOTIFY", "SUCCESS"),
        tuple("EVENT", "PAYMENT_LATE_SUCCEEDED", "PUBLISHED"),
        tuple("PUBLISHED", "PAYMENT_LATE_SUCCEEDED", "ACKNOWLEDGED"),
        tuple("STEP", "QUERY", "SUCCESS"),
        tuple("STEP", "REFUND", "CREATED"));
    assertThat(details())
        .contains("PAYING -> CLOSED, EXPIRED", "LATE_SUCCESS", "LateSuccess", "AmountConfirmed");
  }

  /** It fails by callback while the channel's answer, that it is paid, is on its way. */
  @Test
  void lateMoneyByQuery() {
    long before = received("late", "query");
    channel.spoil(payNo, LATE_ANSWER);
    String tradeNo = channel.pay(payNo, "5.00");
    stored.makeDue(payNo);
    await().atMost(SOON).until(() -> channel.seen(payNo).path("query").asInt() == 1);

    Answer failed = api.callback(api.signedCallback(payNo, "FAILED", "MOCK_F", "nonce-f"));

    assertThat(failed.text("result")).isEqualTo("PROCESSED");
    await().atMost(SOON).until(() -> received("late", "query") == before + 1);
    assertUnapplied("LATE", tradeNo, 5.00, "FAILED");
    assertThat(stored.events(payNo)).containsExactly("PAYMENT_FAILED", "PAYMENT_LATE_SUCCEEDED");
    assertThat(stored.audit(payNo))
        .containsExactly("OPEN BEGUN", "REFUND CREATED", "QUERY SUCCESS");
    awaitOrder("REFUND_DUE");
  }

  @Test
  void anotherAmountByQuery() {
    long before = received("mismatch", "query");
    channel.spoil(payNo, NO_CALLBACK);
    String tradeNo = channel.pay(payNo, "1.00");

    stored.check(payNo);
    // Counted when the check has ended: before that its plan would undo the next one.
    await().atMost(SOON).until(() -> received("mismatch", "query") == before + 1);
    stored.check(payNo);

    assertUnapplied("MISMATCH", tradeNo, 1.00, "PAYING");
    assertThat(stored.audit(payNo)).containsExactly("OPEN BEGUN", "QUERY SUCCESS", "QUERY SUCCESS");
    assertThat(stored.events(payNo)).containsExactly("PAYMENT_MISMATCHED");
    await().atMost(SOON).until(() -> health("mismatch") > 0);
  }

  @Test
  void aSecondPaymentByCallback() {
    long before = received("mismatch", "callback");
    assertThat(channel.pressPay(payNo)).isEqualTo("PAID");
    stored.awaitStatus(payNo, "SUCCESS");
    awaitOrder("PAID");

    Answer second = api.callback(api.signedCallback(payNo, "SUCCESS", "MOCK_2ND", "nonce-2"));

    assertThat(second.text("result")).isEqualTo("FAILED");
    assertThat(unapplied().path("kind").asString()).isEqualTo("DUPLICATE");
    assertThat(unapplied().path("tradeNo").asString())
        .isEqualTo(PaymentApi.tradeNo("MOCK_2ND", payNo));
    assertThat(unapplied().path("amountKnown").asBoolean()).isFalse();
    assertThat(received("mismatch", "callback")).isEqualTo(before + 1);
    assertThat(stored.audit(payNo)).contains("OPEN BEGUN", "NOTIFY SUCCESS");
    await().atMost(SOON).until(() -> stored.events(payNo).size() == 2);
    assertThat(stored.events(payNo)).containsExactly("PAYMENT_SUCCEEDED", "PAYMENT_MISMATCHED");
  }

  /** The channel's callbacks are lost for good, and the order has ended here. */
  @Test
  void moneyWhoseCallbackNeverComesIsFoundByAsking() {
    channel.spoil(payNo, NO_CALLBACK);
    Answer failed = api.callback(api.signedCallback(payNo, "FAILED", "MOCK_F", "nonce-f"));
    assertThat(failed.text("result")).isEqualTo("PROCESSED");
    String tradeNo = channel.pay(payNo, "5.00");

    Answer asked = api.reconcile(payNo);

    assertThat(asked.text("result")).isEqualTo("LATE");
    assertUnapplied("LATE", tradeNo, 5.00, "FAILED");
    awaitOrder("REFUND_DUE");
  }

  /** By itself the service asks as well, an hour after the end for the first time. */
  @Test
  void anOrderThatHasEndedIsAskedAboutAgain() {
    channel.spoil(payNo, NO_CALLBACK);
    Answer failed = api.callback(api.signedCallback(payNo, "FAILED", "MOCK_F", "nonce-f"));
    assertThat(failed.text("result")).isEqualTo("PROCESSED");
    assertThat(stored.secondsToNextCheck(payNo).orElseThrow()).isBetween(3000L, 3600L);
    String tradeNo = channel.pay(payNo, "5.00");

    stored.makeDue(payNo);

    await().atMost(SOON).until(() -> !unapplied().isMissingNode());
    assertUnapplied("LATE", tradeNo, 5.00, "FAILED");
  }

  /** The MOCK channel says no amount in its callbacks; asked, it says another than was owed. */
  @Test
  void anAmountThatIsSaidLaterIsNeverSilentlyPaidInFull() {
    String unused = channel.pay(payNo, "1.00");

    await().atMost(SOON).until(() -> api.find(payNo).text("amountStatus").equals("DIFFERENT"));
    assertThat(api.find(payNo).text("status")).isEqualTo("SUCCESS");
    assertThat(api.find(payNo).data().path("paidAmount").asDouble()).isEqualTo(1.0);
    assertThat(stored.events(payNo))
        .containsExactly("PAYMENT_SUCCEEDED", "PAYMENT_AMOUNT_DIFFERED");
    awaitOrder("AMOUNT_DISPUTED");
    assertThat(stored.secondsToNextCheck(payNo)).isEmpty();
  }

  private String opened() {
    orderService.reserve(orderNo, new BigDecimal("5.00"));
    String created = api.create(orderNo, "5.00").text("payNo");
    assertThat(api.pay(created).http()).isEqualTo(200);
    return created;
  }

  private void assertUnapplied(String kind, String tradeNo, double amount, String status) {
    assertThat(api.find(payNo).text("status")).isEqualTo(status);
    JsonNode payment = unapplied();
    assertThat(payment.path("kind").asString()).isEqualTo(kind);
    assertThat(payment.path("tradeNo").asString()).isEqualTo(tradeNo);
    assertThat(payment.path("amount").asDouble()).isEqualTo(amount);
    assertThat(payment.path("receivedAt").asString()).isNotEmpty();
  }

  private JsonNode unapplied() {
    return api.find(payNo).data().path("unappliedPayments").path(0);
  }

  private void awaitOrder(String status) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(orderService.status(orderNo)).contains(status));
  }

  /** The relay may have an event acknowledged by the broker before that is on record. */
  private void awaitTimeline(Tuple... steps) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(timeline())
                    .extracting(
                        step -> text(step, "kind"),
                        step -> text(step, "what"),
                        step -> text(step, "result"))
                    .containsExactly(steps));
    assertThat(timeline()).extracting(step -> text(step, "at")).isSorted();
  }

  private String details() {
    return String.join("\n", timeline().stream().map(step -> text(step, "detail")).toList());
  }

  private List<JsonNode> timeline() {
    JsonNode steps = api.get("/payments/" + payNo + "/timeline").data().path("steps");
    return Stream.iterate(0, i -> i < steps.size(), i -> i + 1).map(steps::get).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }

  /** 0 while there is no such counter yet. */
  private long received(String kind, String by) {
    JsonNode counter =
        api.get("/actuator/metrics/payment.unapplied.received?tag=kind:" + kind + "&tag=by:" + by)
            .body();
    return counter.path("measurements").path(0).path("value").asLong(0);
  }

  private long health(String detail) {
    return api.get("/actuator/health")
        .body()
        .path("components")
        .path("unappliedMoney")
        .path("details")
        .path(detail)
        .asLong();
  }
}
