package com.yuge.payment.channelfakes.mock;

import static com.yuge.payment.channelfakes.mock.Counter.aRefundNo;
import static com.yuge.payment.channelfakes.mock.Faults.OfCallbacks.HELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.channelfakes.mock.RefundFaults.OfRefund;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RefundCallbacksTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/callback");

  private final CallbackReceiver receiver = new CallbackReceiver();
  private final String refundNo = aRefundNo();
  @TempDir private Path folder;
  private Counter counter;
  private String payNo;
  private String tradeNo;

  @BeforeEach
  void pay() {
    counter = new Counter(folder.resolve("journal"));
    payNo = counter.open(NOWHERE);
    tradeNo = counter.client().pay(payNo, "99.99");
  }

  @AfterEach
  void close() {
    counter.close();
    receiver.close();
  }

  @Test
  void byMd5ItSaysNoAmount() {
    refund();
    until(this::isAcknowledged);

    JsonNode callback = receiver.heard().get(0);
    assertThat(callback.propertyNames())
        .containsExactlyInAnyOrder("refundNo", "status", "timestamp", "nonce", "signature");
    assertThat(callback.path("status").asString()).isEqualTo("SUCCESS");
    String text =
        "SUCCESS" + callback.path("nonce").asString() + refundNo + Counter.NOW.toEpochMilli();
    assertThat(callback.path("signature").asString())
        .isEqualTo(Signatures.md5(text + Counter.SECRET));
  }

  @Test
  void byHmacItSaysWhatCameBackAndWhen() {
    counter.client().signBy(Signing.hmac("k1", "a-key"));
    refund();
    until(this::isAcknowledged);

    JsonNode callback = receiver.heard().get(0);
    assertThat(callback.path("amount").asString()).isEqualTo("40.00");
    assertThat(callback.path("refundedAt").asString())
        .isEqualTo(Long.toString(Counter.NOW.toEpochMilli()));
    assertThat(receiver.header("X-Payment-Signature-Version")).isEqualTo("1");
    assertThat(receiver.header("X-Payment-Key-Id")).isEqualTo("k1");
    assertThat(receiver.header("X-Payment-Signature"))
        .isEqualTo(
            SignedFields.hmac(
                callback,
                "refund-callback-v1",
                "k1",
                "a-key",
                "refundNo",
                "status",
                "amount",
                "currency",
                "channelRefundNo",
                "refundedAt",
                "timestamp",
                "nonce"));
  }

  @Test
  void whatIsNotDecidedIsNotTold() {
    counter.client().spoil(payNo, Faults.ofRefunds(RefundFaults.of(OfRefund.SLOW)));
    refund();
    counter.client().decideRefund(refundNo, "SUCCESS");

    until(this::isAcknowledged);
    assertThat(receiver.heard("status")).containsExactly("SUCCESS");
  }

  @Test
  void eachStateIsToldByACallbackOfItsOwn() {
    counter.client().spoil(payNo, Faults.ofRefunds(RefundFaults.of(OfRefund.ABNORMAL)));
    refund();
    until(this::isAcknowledged);
    counter.client().decideRefund(refundNo, "SUCCESS");
    until(() -> receiver.heard().size() == 2 && isAcknowledged());

    assertThat(receiver.heard("status")).isEqualTo(List.of("ABNORMAL", "SUCCESS"));
    assertThat(receiver.heard("nonce")).doesNotHaveDuplicates();
  }

  @Test
  void itIsToldAgainUntilItIsAcknowledgedEvenByTheNextProcess() {
    receiver.answers(503);
    refund();
    until(() -> receiver.heard().size() >= 3);
    counter.restart();
    receiver.answers(200);

    until(this::isAcknowledged);
    assertThat(receiver.heard("nonce")).containsOnly(receiver.heard("nonce").get(0));
  }

  @Test
  void aHeldOneIsReleasedOnDemand() {
    counter.client().spoil(payNo, Faults.ofCallbacks(HELD));
    refund();

    assertThat(receiver.heard()).isEmpty();
    until(() -> counter.client().release(false) > 0);
    until(this::isAcknowledged);
  }

  private void refund() {
    JsonNode unused = counter.refund(payNo, tradeNo, refundNo, "40.00", receiver.url());
  }

  private boolean isAcknowledged() {
    return counter.client().refund(payNo, refundNo).path("acknowledged").asBoolean();
  }

  private static void until(Callable<Boolean> condition) {
    await().atMost(SOON).until(condition);
  }
}
