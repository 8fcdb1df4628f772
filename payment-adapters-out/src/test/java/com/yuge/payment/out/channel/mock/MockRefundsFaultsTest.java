package com.yuge.payment.out.channel.mock;

import static com.yuge.payment.domain.fixtures.PayOrderBook.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.channelfakes.mock.Faults;
import com.yuge.payment.channelfakes.mock.Faults.Call;
import com.yuge.payment.channelfakes.mock.Faults.OfAnswer;
import com.yuge.payment.channelfakes.mock.RefundFaults;
import com.yuge.payment.channelfakes.mock.RefundFaults.OfRefund;
import com.yuge.payment.channelfakes.mock.Signing;
import com.yuge.payment.domain.channel.FailCode;
import com.yuge.payment.domain.channel.RefundAnswer;
import com.yuge.payment.domain.channel.RefundAnswer.Kind;
import com.yuge.payment.domain.channel.RefundGateway;
import com.yuge.payment.domain.channel.RefundRequest;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the channel can do with a refund, and what the adapter makes of it. */
class MockRefundsFaultsTest {
  /** Enough for an answer that comes, and soon over for one that does not. */
  private static final Duration WAIT = Duration.ofSeconds(1);

  private static final RefundAnswer REFUSED =
      new RefundAnswer.Refused(new FailCode("REFUND_AMOUNT_REFUSED"), false);
  private static final RefundAnswer NO_REFUND = new RefundAnswer.NoRefund();

  @TempDir private static Path folder;

  private final MockRefundDesk desk = MockRefundDesk.in(folder);
  private final RefundGateway refunds = desk.refunds();
  private final RefundRequest request = desk.payAndRefund(yuan("40.00"));

  @AfterEach
  void end() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, DONE, DONE",
    "SLOW, ACCEPTED, ACCEPTED",
    "ABNORMAL, ABNORMAL, ABNORMAL",
    "CLOSED, REFUSED, REFUSED",
    "REFUSED, REFUSED, NO_REFUND",
    "REFUSED_UNSIGNED, UNKNOWN, NO_REFUND",
    "DONE_AFTER_REFUSED, REFUSED, NO_REFUND",
    "TOO_FREQUENT, UNKNOWN, NO_REFUND",
    "LOST, NO_REFUND, NO_REFUND",
    "FORGOTTEN, ACCEPTED, NO_REFUND"
  })
  void eachKindOfRefundIsTold(OfRefund kind, Kind asked, Kind queried) {
    spoil(RefundFaults.of(kind));

    assertThat(refunds.refund(request).kind()).isEqualTo(asked);
    assertThat(refunds.queryRefund(request).kind()).isEqualTo(queried);
  }

  @Test
  void onlyAClosedRefundIsRefusedForGood() {
    spoil(RefundFaults.of(OfRefund.CLOSED));

    assertThat(refunds.refund(request))
        .isEqualTo(new RefundAnswer.Refused(new FailCode("CLOSED"), true));
    assertThat(desk.refunds().refund(desk.payAndRefund(yuan("1.00"))).kind()).isEqualTo(Kind.DONE);
  }

  @Test
  void moreThanWasTakenIsRefused() {
    assertThat(refunds.refund(request).kind()).isEqualTo(Kind.DONE);
    RefundRequest more = desk.payAndRefund(yuan("1.00"));
    RefundRequest ofTheFirst =
        new RefundRequest(
            more.refundNo(),
            request.payNo(),
            request.tradeNo(),
            yuan("40.01"),
            request.tradeAmount(),
            request.reason(),
            null);

    assertThat(refunds.refund(ofTheFirst)).isEqualTo(REFUSED);
    assertThat(refunds.queryRefund(ofTheFirst)).isEqualTo(NO_REFUND);
  }

  @Test
  void aRefusalForNowIsNoFailureOfTheChannel() {
    spoil(RefundFaults.of(OfRefund.TOO_FREQUENT));

    assertUnknown(refunds.refund(request), Cause.REFUSED, "TOO_FREQUENT");
  }

  @Test
  void whatWasRefusedMayBeDoneAfterAll() {
    spoil(RefundFaults.of(OfRefund.DONE_AFTER_REFUSED).doneAtQuery(2));

    assertThat(refunds.refund(request)).isEqualTo(REFUSED);
    assertThat(refunds.queryRefund(request)).isEqualTo(NO_REFUND);
    assertThat(refunds.queryRefund(request).kind()).isEqualTo(Kind.DONE);
  }

  @ParameterizedTest
  @CsvSource({"ERROR, ERROR", "DROP, ERROR", "GARBAGE, ERROR", "UNKNOWN, ERROR", "HANG, TIMEOUT"})
  void anAnswerThatGoesWrongIsUnknownAndTheTruthComesLater(OfAnswer fault, Cause cause) {
    desk.spoil(request, Faults.ofAnswers(fault, Call.REFUND));
    RefundGateway spoilt =
        fault == OfAnswer.HANG ? desk.refunds(WAIT, new CallbackKey("", "secret")) : refunds;

    assertThat(spoilt.refund(request).unknown().orElseThrow().cause()).isEqualTo(cause);

    assertThat(refunds.queryRefund(request).kind()).isEqualTo(Kind.DONE);
    assertThat(desk.refunded(request.payNo(), request.tradeNo())).isEqualByComparingTo("40.00");
  }

  @Test
  void theChannelsKeyIsBelievedUnderItsName() {
    desk.control().signBy(Signing.hmac("k1", "a-key"));

    assertThat(with(new CallbackKey("k1", "a-key")).refund(request).kind()).isEqualTo(Kind.DONE);
    assertNotSigned(with(new CallbackKey("k2", "a-key")).queryRefund(request));
    assertNotSigned(with(new CallbackKey("k1", "another")).queryRefund(request));
    assertNotSigned(with(new CallbackKey("", "a-key")).queryRefund(request));
    assertNotSigned(with().queryRefund(request));
  }

  @Test
  void eachOfSeveralSecretsIsBelieved() {
    RefundGateway rotating = with(new CallbackKey("", "next"), new CallbackKey("", "secret"));

    assertThat(rotating.refund(request).kind()).isEqualTo(Kind.DONE);
    desk.control().signBy(Signing.md5("next"));
    assertThat(rotating.queryRefund(request).kind()).isEqualTo(Kind.DONE);
    assertNotSigned(refunds.queryRefund(request));
  }

  private RefundGateway with(CallbackKey... keys) {
    return desk.refunds(MockRefundDesk.LONG, keys);
  }

  private void spoil(RefundFaults faults) {
    desk.spoil(request, Faults.ofRefunds(faults));
  }

  private static void assertNotSigned(RefundAnswer answer) {
    assertUnknown(answer, Cause.ERROR, "an answer without the channel's signature");
  }

  private static void assertUnknown(RefundAnswer answer, Cause cause, String detail) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            RefundAnswer.Unknown.class,
            unknown -> {
              assertThat(unknown.reason().cause()).isEqualTo(cause);
              assertThat(unknown.reason().detail()).isEqualTo(detail);
            });
  }
}
