package com.yuge.payment.channelfakes.mock;

import static com.yuge.payment.channelfakes.mock.Faults.OfCallbacks.HELD;
import static com.yuge.payment.channelfakes.mock.Faults.OfCallbacks.LOST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CallbacksTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String KEY = "a-key-of-at-least-thirty-two-bytes";

  private final CallbackReceiver receiver = new CallbackReceiver();
  @TempDir private Path folder;
  private Counter counter;
  private String payNo;

  @BeforeEach
  void open() {
    counter = new Counter(folder.resolve("journal"));
    payNo = counter.open(receiver.url());
  }

  @AfterEach
  void close() {
    counter.close();
    receiver.close();
  }

  @Test
  void aPaymentIsToldOnceAndSigned() throws Exception {
    String unused = counter.client().pressPay(payNo);
    until(() -> seen().path("acknowledged").asBoolean());

    assertThat(receiver.heard()).hasSize(1);
    JsonNode callback = receiver.heard().get(0);
    assertThat(callback.path("payNo").asString()).isEqualTo(payNo);
    assertThat(callback.path("channelTradeNo").asString())
        .isEqualTo(counter.query(payNo).path("tradeNo").asString());
    assertThat(callback.path("timestamp").asString())
        .isEqualTo(Long.toString(Counter.NOW.toEpochMilli()));
    assertThat(callback.path("signature").asString()).isEqualTo(md5(callback));
  }

  @Test
  void itSignsAmountsOnceItIsToldToByScheme2() {
    counter.client().signBy(Signing.hmac("k1", KEY));
    String unused = counter.client().pay(payNo, "1.00");
    until(() -> seen().path("acknowledged").asBoolean());

    JsonNode callback = receiver.heard().get(0);
    assertThat(callback.path("amount").asString()).isEqualTo("1.00");
    assertThat(callback.path("currency").asString()).isEqualTo("CNY");
    assertThat(callback.has("signature")).isFalse();
    assertThat(receiver.header("X-Payment-Key-Id")).isEqualTo("k1");
    assertThat(receiver.header("X-Payment-Signature")).matches("[0-9a-f]{64}");
  }

  @Test
  void itSaysWhenItWasPaidByScheme3() throws Exception {
    counter.client().signBy(Signing.hmacV3("k1", KEY));
    Instant paidAt = Counter.NOW.minusSeconds(300);
    String unused = counter.client().payAt(payNo, paidAt);
    until(() -> seen().path("acknowledged").asBoolean());

    JsonNode callback = receiver.heard().get(0);
    assertThat(callback.path("paidAt").asString()).isEqualTo(Long.toString(paidAt.toEpochMilli()));
    assertThat(callback.path("timestamp").asString())
        .isEqualTo(Long.toString(Counter.NOW.toEpochMilli()));
    assertThat(receiver.header("X-Payment-Signature-Version")).isEqualTo("3");
    assertThat(receiver.header("X-Payment-Signature")).isEqualTo(hmacV3(callback));
    assertThat(counter.query(payNo).path("paidAt").asString()).isEqualTo(paidAt.toString());
  }

  @Test
  void aFailureHasNoPaidAt() throws Exception {
    counter.client().signBy(Signing.hmacV3("k1", KEY));
    String unused = counter.client().pressFail(payNo);
    until(() -> seen().path("acknowledged").asBoolean());

    assertThat(receiver.heard().get(0).has("paidAt")).isFalse();
    assertThat(receiver.header("X-Payment-Signature")).isEqualTo(hmacV3(receiver.heard().get(0)));
    assertThat(counter.query(payNo).has("paidAt")).isFalse();
  }

  /** Each field after the four bytes of its length, which are three zeros and one of their own. */
  private static String hmacV3(JsonNode callback) throws Exception {
    String text =
        Stream.concat(
                Stream.of("payment-callback-v3", "k1"),
                Stream.of(
                        "payNo",
                        "callbackStatus",
                        "channelTradeNo",
                        "amount",
                        "currency",
                        "paidAt",
                        "timestamp",
                        "nonce")
                    .map(field -> callback.path(field).asString("")))
            .map(field -> "\0\0\0" + (char) field.length() + field)
            .collect(Collectors.joining());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
  }

  private static String md5(JsonNode callback) throws Exception {
    String text =
        callback.path("callbackStatus").asString()
            + callback.path("nonce").asString()
            + callback.path("payNo").asString()
            + callback.path("timestamp").asString()
            + Counter.SECRET;
    byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
    return HexFormat.of().withUpperCase().formatHex(digest);
  }

  @Test
  void itIsToldAgainUntilItIsAcknowledgedWith200() {
    receiver.answers(503);
    String unused = counter.client().pressPay(payNo);
    until(() -> receiver.heard().size() >= 3);
    receiver.answers(200);

    until(() -> seen().path("acknowledged").asBoolean());
    assertThat(seen().path("callbackTries").asInt()).isEqualTo(receiver.heard().size());
    assertThat(receiver.heard("nonce")).containsOnly(receiver.heard("nonce").get(0));
  }

  @Test
  void itIsToldEvenByTheProcessAfterTheNext() {
    receiver.answers(503);
    String unused = counter.client().pressPay(payNo);
    until(() -> !receiver.heard().isEmpty());
    counter.restart();
    counter.restart();
    receiver.answers(200);

    until(() -> seen().path("acknowledged").asBoolean());
    assertThat(counter.state(payNo)).isEqualTo("PAID");
  }

  @Test
  void aLostOneIsSentAgainOnceTheFaultIsOver() {
    counter.client().spoilAll(Faults.ofCallbacks(LOST));
    String unused = counter.client().pressPay(payNo);
    until(() -> seen().path("callbackTries").asInt() >= 2);
    assertThat(receiver.heard()).isEmpty();

    counter.client().behave();

    until(() -> seen().path("acknowledged").asBoolean());
    assertThat(receiver.heard()).hasSize(1);
  }

  @Test
  void copiesAreEqualToTheLetter() {
    counter.client().spoil(payNo, Faults.NONE.copied(3));
    String unused = counter.client().pressPay(payNo);
    until(() -> seen().path("acknowledged").asBoolean());

    assertThat(receiver.heard()).hasSize(3).containsOnly(receiver.heard().get(0));
  }

  @Test
  void heldOnesAreReleasedTheLatestFirst() {
    counter.client().spoilAll(Faults.ofCallbacks(HELD));
    assertThat(counter.client().pressFail(payNo)).isEqualTo("FAILED");
    String paid = counter.client().pay(payNo, "99.99");

    assertThat(counter.client().release(true)).isEqualTo(2);

    until(() -> receiver.heard().size() == 2);
    assertThat(receiver.heard("callbackStatus")).isEqualTo(List.of("SUCCESS", "FAILED"));
    assertThat(receiver.heard("channelTradeNo").get(0)).isEqualTo(paid);
  }

  @Test
  void aTradePaidTwiceIsToldOfTwice() {
    String first = counter.client().pay(payNo, "99.99");
    String second = counter.client().pay(payNo, "1.00");
    until(() -> receiver.heard().size() == 2);

    assertThat(receiver.heard("channelTradeNo")).containsExactlyInAnyOrder(first, second);
    assertThat(counter.query(payNo).path("amount").asString()).isEqualTo("1.00");
  }

  private JsonNode seen() {
    return counter.client().seen(payNo);
  }

  private static void until(Callable<Boolean> condition) {
    await().atMost(SOON).until(condition);
  }
}
