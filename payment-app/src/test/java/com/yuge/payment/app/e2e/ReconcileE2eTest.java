package com.yuge.payment.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.channelfakes.mock.Faults.OfAnswer;
import com.yuge.payment.channelfakes.mock.Faults.OfCallbacks;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import com.yuge.payment.devstack.MockChannelServer;
import com.yuge.payment.orderservice.Orders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What no callback tells is found out by asking, on real servers; nothing is decided on a guess.
 */
class ReconcileE2eTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PRICE = "5.00";
  private static final Faults NO_CALLBACK = Faults.ofCallbacks(OfCallbacks.LOST);

  /** An answer that was true when it was given, and comes a second later. */
  private static final Faults LATE_ANSWER =
      Faults.ofAnswers(OfAnswer.NONE, Call.QUERY).delayed(1000).with(OfCallbacks.LOST);

  private final Orders orderService = TestStack.ONE.orders();
  private final MockChannelServer server = TestStack.ONE.servers().mockChannel();
  private final MockChannelClient channel = server.client();
  private final PaymentApi api = RunningService.ONE.api();
  private final StoredOrders stored = new StoredOrders(RunningService.ONE.database());
  private final String orderNo = "REC-" + UUID.randomUUID().toString().substring(0, 18);

  @AfterEach
  void behave() {
    channel.behave();
  }

  @Test
  void aLostCallbackIsMadeGoodByAsking() {
    String payNo = opened(orderNo);
    channel.spoil(payNo, NO_CALLBACK);
    assertThat(channel.pressPay(payNo)).isEqualTo("PAID");
    assertThat(stored.status(payNo)).isEqualTo("PAYING");

    stored.makeDue(payNo);

    stored.awaitStatus(payNo, "SUCCESS");
    awaitOrder("PAID");
    channel.spoil(payNo, Faults.NONE);
    awaitAcknowledged(payNo);
    assertThat(stored.events(payNo)).containsExactly("PAYMENT_SUCCEEDED");
    assertThat(stored.audit(payNo)).containsExactly("OPEN BEGUN", "QUERY SUCCESS");
    assertThat(orderService.timesConsumed(orderNo)).isOne();
  }

  @Test
  void callbackAndQueryAtOneTimeMakeOneEvent() {
    List<String> payNos = IntStream.range(0, 8).mapToObj(i -> opened(orderNo + i)).toList();
    payNos.forEach(payNo -> channel.spoil(payNo, Faults.ofCallbacks(OfCallbacks.HELD)));
    payNos.forEach(payNo -> assertThat(channel.pressPay(payNo)).isEqualTo("PAID"));

    assertThat(channel.release(false)).isEqualTo(payNos.size());
    payNos.forEach(stored::makeDue);

    payNos.forEach(payNo -> stored.awaitStatus(payNo, "SUCCESS"));
    payNos.forEach(this::awaitAcknowledged);
    assertThat(payNos)
        .allSatisfy(payNo -> assertThat(stored.events(payNo)).containsExactly("PAYMENT_SUCCEEDED"));
  }

  @Test
  void whoPaysInTheLastSecondIsNotClosedOut() {
    String payNo = opened(orderNo);
    channel.spoil(payNo, LATE_ANSWER);
    stored.expire(payNo);
    await().atMost(SOON).until(() -> asked(payNo, "query") == 1);

    assertThat(channel.pressPay(payNo)).isEqualTo("PAID");

    stored.awaitStatus(payNo, "SUCCESS");
    assertThat(stored.audit(payNo))
        .containsExactly("OPEN BEGUN", "QUERY UNPAID", "CLOSE ALREADY_PAID", "QUERY SUCCESS");
    assertThat(stored.events(payNo)).containsExactly("PAYMENT_SUCCEEDED");
    awaitOrder("PAID");
  }

  @Test
  void nothingIsClosedWhileTheChannelIsDownAndAllIsDecidedOnceItIsBack() {
    String unpaid = opened(orderNo);
    String paid = opened(orderNo + "p");
    channel.spoil(paid, NO_CALLBACK);
    assertThat(channel.pressPay(paid)).isEqualTo("PAID");
    server.kill();
    String unopened = created(orderNo + "u");
    try {
      assertThat(api.pay(unopened).code()).isEqualTo("C0001");
      List.of(unpaid, paid, unopened).forEach(stored::expire);
      for (String payNo : List.of(unpaid, paid, unopened)) {
        stored.check(payNo);
        stored.check(payNo);
        assertThat(stored.status(payNo)).isEqualTo("PAYING");
        assertThat(stored.audit(payNo)).contains("QUERY UNKNOWN");
      }
    } finally {
      server.start();
    }

    checkUntil(paid, "SUCCESS");
    checkUntil(unpaid, "CLOSED");
    checkUntil(unopened, "CLOSED");
    awaitOrder("RELEASED");
    assertThat(stored.events(unpaid)).containsExactly("PAYMENT_CLOSED");
    assertThat(stored.events(paid)).containsExactly("PAYMENT_SUCCEEDED");
  }

  @Test
  void anOrderThatWasNeverOpenedIsClosedWithoutAsking() {
    String payNo = created(orderNo);

    stored.expire(payNo);

    stored.awaitStatus(payNo, "CLOSED");
    awaitOrder("RELEASED");
    assertThat(asked(payNo, "query")).isZero();
    assertThat(stored.audit(payNo)).containsExactly("CLOSE NEVER_OPENED");
  }

  @Test
  void aFailedPaymentReleasesTheStock() {
    String payNo = opened(orderNo);

    assertThat(channel.pressFail(payNo)).isEqualTo("FAILED");

    awaitOrder("RELEASED");
    assertThat(stored.events(payNo)).containsExactly("PAYMENT_FAILED");
  }

  private String created(String number) {
    orderService.reserve(number, new BigDecimal(PRICE));
    return api.create(number, PRICE).text("payNo");
  }

  private String opened(String number) {
    String payNo = created(number);
    assertThat(api.pay(payNo).http()).isEqualTo(200);
    return payNo;
  }

  /** Its channel may be left alone for a while yet; a callback may come first. */
  private void checkUntil(String payNo, String status) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              stored.makeDue(payNo);
              return stored.status(payNo).equals(status);
            });
  }

  private int asked(String payNo, String call) {
    return channel.seen(payNo).path(call).asInt();
  }

  private void awaitOrder(String status) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(orderService.status(orderNo)).contains(status));
  }

  private void awaitAcknowledged(String payNo) {
    await().atMost(SOON).until(() -> channel.seen(payNo).path("acknowledged").asBoolean());
  }
}
