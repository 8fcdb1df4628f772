package com.yuge.payment.in.callback;

import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.PaymentUseCases;
import com.yuge.payment.domain.callback.CallbackClaim;
import com.yuge.payment.domain.callback.CallbackReading.RefusalReason;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.callback.CallbackResult;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.fakes.FakeRefunds;
import com.yuge.payment.domain.refund.DueRefund;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundStatus;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.RefundNo;
import com.yuge.payment.in.PaymentHttp;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletResponse;

/** A channel that says what became of a refund. */
class RefundCallbackHttpTest {
  private static final RefundNo UNKNOWN = new RefundNo("REF20240101123000123000000000099");
  private static final String ID = "00000000000000000000000000000001";
  private static final Duration HOLD = Duration.ofMinutes(1);
  private static final int KEPT_PER_MINUTE = 60;

  private final PaymentHttp http = PaymentHttp.startWith(Reader.class);
  private final RefundReader reader = http.bean(RefundReader.class);
  private final MeterRegistry meters = http.bean(MeterRegistry.class);

  @Configuration(proxyBeanMethods = false)
  static class Reader {
    @Bean
    RefundReader refundReader() {
      return new RefundReader();
    }
  }

  @BeforeEach
  void undecidedRefund() throws Exception {
    String payNo = http.created("ORD-1");
    http.paid(payNo, "T1", "99.90");
    http.bean(FakeRefunds.class).goAway(true);
    http.post(
            "/payments/" + payNo + "/refunds",
            "{\"refundOrderNo\":\"r1\",\"amount\":99.90,\"reason\":\"out of stock\"}")
        .isOk();
  }

  @AfterEach
  void stop() {
    http.close();
  }

  @Test
  void theChannelsWordDecidesTheRefund() throws Exception {
    assertThat(sends(ID, refund().refundNo(), done("99.90"))).isEqualTo(200);

    assertThat(refund().status()).isEqualTo(RefundStatus.SUCCESS);
    assertThat(http.lastLogged().reason()).isEqualTo("APPLIED");
    assertThat(callbacks("PROCESSED", "APPLIED")).isOne();
    assertThat(refunds("SUCCEEDED")).isOne();
  }

  @Test
  void aRepeatChangesNothing() throws Exception {
    assertThat(sends(ID, refund().refundNo(), done("99.90"))).isEqualTo(200);
    assertThat(sends(ID, refund().refundNo(), done("99.90"))).isEqualTo(200);

    assertThat(callbacks("IGNORED", "SAME_CALLBACK")).isOne();
    assertThat(refunds("SUCCEEDED")).isOne();
    assertThat(http.store().events())
        .filteredOn(event -> event.tag().equals("REFUND_SUCCEEDED"))
        .hasSize(1);
  }

  @Test
  void whatDecidesNothingMakesTheChannelDue() throws Exception {
    assertThat(due()).isEmpty();

    assertThat(sends(ID, refund().refundNo(), null)).isEqualTo(200);

    assertThat(refund().isUndecided()).isTrue();
    assertThat(callbacks("PROCESSED", "CHECK_DUE")).isOne();
    assertThat(due()).containsExactly(refund().refundNo());
  }

  @Test
  void anotherAmountIsRecordedForAPerson() throws Exception {
    assertThat(sends(ID, refund().refundNo(), done("1.00"))).isEqualTo(200);

    assertThat(refund().isUndecided()).isTrue();
    assertThat(callbacks("FAILED", "CONTRADICTION")).isOne();
    assertThat(refunds("CONTRADICTED")).isOne();
  }

  @Test
  void aRefundThatTheChannelDoesNotHaveIsRefusedAndKept() throws Exception {
    assertThat(sends(ID, UNKNOWN, done("99.90"))).isEqualTo(404);

    assertThat(http.lastLogged().reason()).isEqualTo(CallbackRecord.UNKNOWN_REFUND_NO);
    assertThat(callbacks("FAILED", CallbackRecord.UNKNOWN_REFUND_NO)).isOne();
  }

  @Test
  void whatTheChannelSignedAndDecidesNothingIsKeptAndAcknowledged() throws Exception {
    PayNo payNo = refund().terms().payNo();
    reader.readsNothing(new CallbackClaim(payNo, "TRADE_CLOSED", true));
    Refund before = refund();

    assertThat(http.post("/channels/mock/test-refunds", "{}").response().getStatus())
        .isEqualTo(200);

    CallbackRecord line = http.lastLogged();
    assertThat(line.reason()).isEqualTo("DECIDES_NOTHING");
    assertThat(line.result()).isEqualTo(CallbackResult.IGNORED);
    assertThat(line.signatureValid()).isTrue();
    assertThat(line.payNo()).isEqualTo(payNo);
    assertThat(refund()).isEqualTo(before);
    assertThat(due()).isEmpty();
    assertThat(callbacks("IGNORED", "DECIDES_NOTHING")).isOne();
  }

  /** A flood keeps nothing signed out, and a captured callback does not fill the log. */
  @Test
  void whatDecidesNothingIsOnlyCountedBeyondTheLimit() throws Exception {
    reader.readsNothing(CallbackClaim.NONE);
    int before = http.store().callbacks().size();

    for (int i = 0; i <= KEPT_PER_MINUTE; i++) {
      assertThat(http.post("/channels/mock/test-refunds", "{}").response().getStatus())
          .isEqualTo(200);
    }

    assertThat(http.store().callbacks()).hasSize(before + KEPT_PER_MINUTE);
    assertThat(callbacks("IGNORED", "DECIDES_NOTHING")).isEqualTo(KEPT_PER_MINUTE + 1);
  }

  @ParameterizedTest
  @CsvSource({"NOT_FORM, 415", "OTHER_ACCOUNT, 401", "FOREIGN_REFUND, 404"})
  void eachRefusalIsKeptWithItsReason(RefusalReason refusal, int status) throws Exception {
    reader.refuses(refusal, CallbackClaim.NONE);

    assertThat(http.post("/channels/mock/test-refunds", "{}").response().getStatus())
        .isEqualTo(status);

    assertThat(http.lastLogged().reason()).isEqualTo(refusal.name());
    assertThat(http.lastLogged().result()).isEqualTo(CallbackResult.FAILED);
    assertThat(callbacks("FAILED", refusal.name())).isOne();
  }

  private static RefundAnswer done(String amount) {
    return new RefundAnswer.Done(yuan(amount), null, null);
  }

  /** The status of the answer; its body is the channel's own. */
  private int sends(String id, RefundNo refundNo, @Nullable RefundAnswer answer) throws Exception {
    reader.reads(id, refundNo, answer);
    MockHttpServletResponse response = http.post("/channels/mock/test-refunds", "{}").response();
    assertThat(response.getContentAsString())
        .isEqualTo(response.getStatus() == 200 ? "taken" : "refused");
    return response.getStatus();
  }

  private List<RefundNo> due() {
    return http.bean(PaymentUseCases.class).refunds().claimDueRefunds(HOLD).handle(1).stream()
        .map(DueRefund::refundNo)
        .toList();
  }

  private Refund refund() {
    return http.store().refunds().get(0);
  }

  private double callbacks(String result, String reason) {
    return meters
        .get("payment.callbacks")
        .tags("result", result, "reason", reason)
        .counter()
        .count();
  }

  private double refunds(String result) {
    return meters
        .get("payment.refunds")
        .tags("result", result, "channel", "MOCK")
        .counter()
        .count();
  }
}
