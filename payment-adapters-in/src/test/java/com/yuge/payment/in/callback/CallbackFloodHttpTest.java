package com.yuge.payment.in.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.yuge.payment.domain.callback.CallbackSigner;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** What is not believed is kept only so often; what is believed always is. */
class CallbackFloodHttpTest {
  private final PaymentHttp http =
      PaymentHttp.start(
          "payment.rate-limit.unverified-per-minute=3",
          "payment.rate-limit.unverified-total-per-minute=5",
          "payment.callback.max-skew=5m");
  private String payNo = "";

  @BeforeEach
  void aPayOrder() throws Exception {
    payNo = http.created("ORD-1");
  }

  @AfterEach
  void stop() {
    http.close();
  }

  private Answer send(String address, String json) throws Exception {
    return http.perform(
        post("/payments/mock-callback")
            .contentType(MediaType.APPLICATION_JSON)
            .content(json)
            .with(
                request -> {
                  request.setRemoteAddr(address);
                  return request;
                }));
  }

  private SentCallback callback() {
    long now = http.clock().instant().toEpochMilli();
    return SentCallback.of(payNo, "SUCCESS").at(Long.toString(now));
  }

  private String forged() {
    return callback().signature(RejectedCallbacks.FORGED).json();
  }

  private int kept() {
    return http.store().callbacks().size();
  }

  @Test
  void aFloodIsKeptUpToItsLimitAndCounted() throws Exception {
    for (int i = 0; i < 3; i++) {
      send("192.0.2.1", forged()).is(401, "A0340");
    }

    Answer refused = send("192.0.2.1", forged()).is(429, "A0501");

    assertThat(refused.header("Retry-After")).isEqualTo("60");
    assertThat(kept()).isEqualTo(3);
    assertThat(
            http.bean(MeterRegistry.class)
                .get("payment.callbacks")
                .tags("result", "FAILED", "reason", "TOO_MANY")
                .counter()
                .count())
        .isEqualTo(1);
    http.clock().advance(Duration.ofMinutes(1));
    send("192.0.2.1", forged()).is(401, "A0340");
  }

  @Test
  void aFloodFromManyAddressesIsBoundedToo() throws Exception {
    for (int i = 0; i < 20; i++) {
      Answer unused = send("192.0.2." + i, forged());
    }

    assertThat(kept()).isEqualTo(5);
  }

  @Test
  void whatTheChannelSignedIsProcessedInTheMidstOfIt() throws Exception {
    for (int i = 0; i < 20; i++) {
      Answer unused = send("192.0.2.1", forged());
    }

    Answer genuine =
        send("192.0.2.1", callback().signedBy(http.bean(CallbackSigner.class)).json()).isOk();

    assertThat(genuine.<String>at("$.data.result")).isEqualTo("PROCESSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "not json", "{}", ""})
  void whateverIsNotBelievedCounts(String body) throws Exception {
    for (int i = 0; i < 20; i++) {
      Answer unused = send("192.0.2.1", body);
    }

    assertThat(kept()).isEqualTo(3);
  }

  /** Whoever caught a genuine one could fill the log with it. */
  @Test
  void anOldGenuineOneCountsToo() throws Exception {
    String old = SentCallback.of(payNo, "SUCCESS").signedBy(http.bean(CallbackSigner.class)).json();
    for (int i = 0; i < 20; i++) {
      Answer unused = send("192.0.2.1", old);
    }

    assertThat(kept()).isEqualTo(3);
  }
}
