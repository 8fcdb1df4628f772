package com.yuge.payment.in.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.order.FindTimeline;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineHttpTest {
  private final PaymentHttp http = PaymentHttp.start();
  private String payNo = "";

  @BeforeEach
  void aPayOrder() throws Exception {
    payNo = http.created("ORD-1");
  }

  @AfterEach
  void stop() {
    http.close();
  }

  @Test
  void theWholeTimelineIsInOrder() throws Exception {
    http.pay(payNo).isOk();
    SentCallback.of(payNo, "SUCCESS").nonce("nonce-1").signAndSendTo(http).isOk();
    SentCallback.of(payNo, "SUCCESS").nonce("nonce-2").signature("0".repeat(32)).sendTo(http);

    Answer timeline = http.get("/payments/" + payNo + "/timeline").isOk();

    assertThat(timeline.<List<String>>at("$.data.steps[*].what"))
        .containsExactly("CREATE", "SUCCESS", "SUCCESS", "OPEN", "PAYMENT_SUCCEEDED");
    assertThat(timeline.<List<String>>at("$.data.steps[*].kind"))
        .containsExactly("CREATED", "CALLBACK", "CALLBACK", "STEP", "EVENT");
    assertThat(timeline.<String>at("$.data.steps[0].detail")).startsWith("ORD-1 ");
    assertThat(timeline.<String>at("$.data.steps[3].detail")).startsWith("INIT -> PAYING");
    assertThat(timeline.<String>at("$.data.steps[4].result")).isEqualTo("WAITING");
  }

  /** Until when a payer may pay is kept in UTC, as all times are. */
  @Test
  void theTimesInAnEntrysDetailAreOfTheSameZoneAsItsOwn() throws Exception {
    String expireAt = http.pay(payNo).isOk().at("$.data.expireAt");

    Answer timeline = http.get("/payments/" + payNo + "/timeline").isOk();

    assertThat(timeline.<String>at("$.data.steps[1].detail"))
        .isEqualTo("INIT -> PAYING, pays until " + expireAt);
  }

  @Test
  void anOlderPartIsToldByItsCursor() throws Exception {
    for (int i = 0; i < FindTimeline.LIMIT; i++) {
      SentCallback.of(payNo, "SUCCESS").nonce("nonce-" + i).signAndSendTo(http).isOk();
    }
    String path = "/payments/" + payNo + "/timeline";

    Answer newest = http.get(path).isOk();
    Answer older = http.get(path + "?before=" + newest.<String>at("$.data.older")).isOk();

    assertThat(newest.<List<String>>at("$.data.steps[*].what")).hasSize(FindTimeline.LIMIT);
    assertThat(older.<List<String>>at("$.data.steps[*].what")).startsWith("CREATE");
    assertThat(older.body()).doesNotContain("\"older\"");
  }

  @Test
  void aCursorThatIsNoneIsNamed() throws Exception {
    http.get("/payments/" + payNo + "/timeline?before=yesterday").is(400, "A0400").says("before：");
  }

  @Test
  void anOrderThatIsNotThereHasNoTimeline() throws Exception {
    http.get("/payments/PAY20240101123000000000000000099/timeline").is(404, "A0404");
  }

  @Test
  void lateMoneyAndMoneyThatIsNotOwedAreShown() throws Exception {
    SentCallback.of(payNo, "FAILED").nonce("nonce-1").signAndSendTo(http).isOk();
    SentCallback.of(payNo, "SUCCESS").nonce("nonce-2").signAndSendTo(http).isOk();
    SentCallback.of(payNo, "SUCCESS").nonce("nonce-3").trade("MOCK_2").signAndSendTo(http).isOk();

    Answer order = http.get("/payments/" + payNo).isOk();

    assertThat(order.<String>at("$.data.status")).isEqualTo("FAILED");
    assertThat(order.<List<String>>at("$.data.unappliedPayments[*].tradeNo"))
        .containsExactly("MOCK_1", "MOCK_2");
    assertThat(order.<List<String>>at("$.data.unappliedPayments[*].kind"))
        .containsExactly("LATE", "DUPLICATE");
    assertThat(order.<List<Boolean>>at("$.data.unappliedPayments[*].amountKnown"))
        .as("the channel said no amount")
        .containsExactly(false, false);
    assertThat(order.<List<Double>>at("$.data.unappliedPayments[*].amount")).isEmpty();
  }
}
