package com.yuge.payment.in.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.callback.CallbackResult;
import com.yuge.payment.domain.callback.CallbackSigner;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.StoreUnavailable;
import com.yuge.payment.in.Answer;
import com.yuge.payment.in.PaymentHttp;
import com.yuge.payment.in.StoreTrouble;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a callback gets whose signature held, row by row. */
class VerifiedCallbackHttpTest {
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

  private Answer success(String nonce) throws Exception {
    return SentCallback.of(payNo, "SUCCESS").nonce(nonce).signAndSendTo(http);
  }

  private Answer failed(String nonce) throws Exception {
    return SentCallback.of(payNo, "FAILED").nonce(nonce).signAndSendTo(http);
  }

  private void gets(Answer answer, String result, String current, String reason) {
    assertThat(answer.isOk().<String>at("$.data.result")).isEqualTo(result);
    assertThat(answer.<String>at("$.data.currentStatus")).isEqualTo(current);
    assertThat(http.lastLogged().result()).isEqualTo(CallbackResult.valueOf(result));
    assertThat(http.lastLogged().reason()).isEqualTo(reason);
    assertThat(counted(result, reason)).isPositive();
  }

  @Test
  void aFailureMayHaveAnEmptyTrade() throws Exception {
    Answer answer = SentCallback.of(payNo, "FAILED").trade("").signAndSendTo(http);

    gets(answer, "PROCESSED", "FAILED", "APPLIED");
    assertThat(http.order(payNo).channelTradeNo()).isNull();
  }

  private double counted(String result, String reason) {
    return http.bean(MeterRegistry.class)
        .get("payment.callbacks")
        .tags("result", result, "reason", reason)
        .counter()
        .count();
  }

  @Test
  void theWalkThroughsCallbackIsProcessed() throws Exception {
    // Made with md5sum.
    SentCallback callback =
        SentCallback.of(payNo, "SUCCESS").signature("598E7937F072FF4B6C9F8ECDA84597A5");

    Answer answer = callback.sendTo(http);

    gets(answer, "PROCESSED", "SUCCESS", "APPLIED");
    assertThat(answer.<Map<String, Object>>at("$.data"))
        .containsEntry("payNo", payNo)
        .containsEntry("message", "回调处理成功");
    assertThat(http.lastLogged().payload()).isEqualTo(callback.json());
    assertThat(http.store().events()).hasSize(1);
    Answer paid = http.get("/payments/" + payNo);
    assertThat(paid.<String>at("$.data.channelTradeNo")).isEqualTo("MOCK_1");
    assertThat(paid.<String>at("$.data.paidAt")).isEqualTo("2024-01-01T12:30:00");
  }

  @Test
  void aFailureIsProcessed() throws Exception {
    gets(failed("nonce-1"), "PROCESSED", "FAILED", "APPLIED");
  }

  @Test
  void aFailureNeedsNoTrade() throws Exception {
    String json =
        SentCallback.of(payNo, "FAILED")
            .signedBy(http.bean(CallbackSigner.class))
            .json()
            .replace("\"channelTradeNo\": \"MOCK_1\",", "");

    gets(http.post("/payments/mock-callback", json), "PROCESSED", "FAILED", "APPLIED");
  }

  @Test
  void aRepeatIsIgnored() throws Exception {
    success("nonce-1").isOk();

    gets(success("nonce-1"), "IGNORED", "SUCCESS", "SAME_CALLBACK");
    assertThat(http.lastLogged().id()).isNull();
    assertThat(http.store().events()).hasSize(1);
  }

  @Test
  void theSameResultUnderANewNonceIsIgnored() throws Exception {
    success("nonce-1").isOk();

    gets(success("nonce-2"), "IGNORED", "SUCCESS", "SAME_WORD");
    assertThat(http.store().events()).hasSize(1);
  }

  @Test
  void aFailureAfterTheSuccessIsIgnoredAndAudited() throws Exception {
    success("nonce-1").isOk();

    gets(failed("nonce-2"), "IGNORED", "SUCCESS", "NO_CHANGE");
    assertThat(http.store().audits()).hasSize(1);
  }

  @Test
  void aSuccessAfterTheFailureIsProcessedAsLate() throws Exception {
    failed("nonce-1").isOk();

    Answer late = success("nonce-2");

    gets(late, "PROCESSED", "FAILED", "LATE_SUCCESS");
    assertThat(late.<String>at("$.data.message")).contains("迟到");
    assertThat(http.store().events())
        .extracting(DomainEvent::tag)
        .containsExactly("PAYMENT_FAILED", "PAYMENT_LATE_SUCCEEDED");
  }

  @Test
  void aSuccessAfterTheEndIsProcessedAsLateOnce() throws Exception {
    http.close(payNo);

    gets(success("nonce-1"), "PROCESSED", "CLOSED", "LATE_SUCCESS");
    gets(success("nonce-2"), "IGNORED", "CLOSED", "SAME_WORD");
    assertThat(http.store().events())
        .extracting(DomainEvent::tag)
        .containsExactly("PAYMENT_LATE_SUCCEEDED");
  }

  @Test
  void aSecondTradeOnAPaidOrderIsAMismatchForAPerson() throws Exception {
    success("nonce-1").isOk();

    Answer second =
        SentCallback.of(payNo, "SUCCESS").nonce("nonce-2").trade("MOCK_2").signAndSendTo(http);

    gets(second, "FAILED", "SUCCESS", "MISMATCH");
    assertThat(http.store().trades())
        .extracting(PaidTrade::kind)
        .containsExactly(Kind.SETTLED, Kind.DUPLICATE);
    assertThat(http.store().events())
        .extracting(DomainEvent::tag)
        .containsExactly("PAYMENT_SUCCEEDED", "PAYMENT_MISMATCHED");
  }

  @Test
  void oneTradeDoesNotPayTwoOrders() throws Exception {
    success("nonce-1").isOk();
    String other = http.created("ORD-2");

    Answer second = SentCallback.of(other, "SUCCESS").nonce("nonce-2").signAndSendTo(http);

    assertThat(second.isOk().<String>at("$.data.result")).isEqualTo("FAILED");
    assertThat(http.order(other).status()).isEqualTo(PayStatus.INIT);
    assertThat(http.store().trades())
        .extracting(trade -> trade.payNo().value())
        .containsExactly(payNo);
    assertThat(http.store().claims())
        .extracting(claim -> claim.payNo().value())
        .containsExactly(other);
    assertThat(http.store().events())
        .extracting(DomainEvent::tag)
        .containsExactly("PAYMENT_SUCCEEDED", "PAYMENT_MISMATCHED");
  }

  @Test
  void aCallbackForAnUnknownPayOrderIsLoggedAndItsIdStaysFree() throws Exception {
    SentCallback callback = SentCallback.of("PAY20240101123000123000000000203", "SUCCESS");

    callback.signAndSendTo(http).is(404, "A0404");
    CallbackRecord logged = http.lastLogged();
    assertThat(logged.result()).isEqualTo(CallbackResult.FAILED);
    assertThat(logged.signatureValid()).isTrue();
    assertThat(logged.id()).isNull();
    assertThat(counted("FAILED", "UNKNOWN_PAY_NO")).isEqualTo(1);

    assertThat(http.created("ORD-2")).isEqualTo(callback.payNo());
    assertThat(callback.signAndSendTo(http).isOk().<String>at("$.data.result"))
        .isEqualTo("PROCESSED");
  }

  @Test
  void whileTheStoreIsAwayTheChannelIsAskedToSendAgain() throws Exception {
    http.bean(StoreTrouble.class)
        .strike(new StoreUnavailable("away", new IllegalStateException("refused")));
    Answer away = success("nonce-1").is(503, "B0503");
    assertThat(away.header("Retry-After")).isEqualTo("1");

    http.bean(StoreTrouble.class).end();
    assertThat(http.store().callbacks()).isEmpty();
    assertThat(http.order(payNo).status()).isEqualTo(PayStatus.INIT);
    gets(success("nonce-1"), "PROCESSED", "SUCCESS", "APPLIED");
  }
}
