package com.yuge.payment.in.web;

import static com.yuge.payment.domain.fixtures.PayOrderBook.PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static com.yuge.payment.domain.fixtures.PayOrderBook.paying;
import static com.yuge.payment.domain.fixtures.PayOrderBook.success;
import static com.yuge.payment.domain.fixtures.RefundBook.aRefund;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.fixtures.InMemoryPayments;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PayOrder;
import com.yuge.payment.domain.refund.Refund;
import com.yuge.payment.domain.refund.RefundOutcome;
import com.yuge.payment.domain.refund.RefundOutcome.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RefundMetricsTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RefundMetrics metrics = new RefundMetrics(meters);
  private final Refund refund = refund();

  private static Refund refund() {
    InMemoryPayments payments = new InMemoryPayments();
    PayOrder order = payments.given(paying(aPayOrder()));
    assertThat(payments.apply.handle(success(order, "T1", PRICE), Action.NOTIFY)).isPresent();
    assertThat(payments.refund.createRefund().handle(aRefund(order, PRICE))).isPresent();
    return payments.store.refunds().get(0);
  }

  @ParameterizedTest
  @EnumSource
  void everyResultIsCountedByItsChannel(Kind kind) {
    RefundOutcome outcome = new RefundOutcome(kind, refund);

    assertThat(metrics.counted(outcome)).isEqualTo(outcome);

    assertThat(count(kind.name())).isOne();
  }

  @Test
  void aNewRefundIsCountedToo() {
    metrics.created(refund);

    assertThat(count("CREATED")).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = {"LATE_SUCCEEDED", "CONTRADICTED"})
  void whatNeedsAPersonIsLoggedWithItsNumber(Kind kind, CapturedOutput log) {
    RefundOutcome unused = metrics.counted(new RefundOutcome(kind, refund));

    assertThat(log).contains("WARN", refund.refundNo().value(), kind.name());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"LATE_SUCCEEDED", "CONTRADICTED"})
  void nothingElseIs(Kind kind, CapturedOutput log) {
    RefundOutcome unused = metrics.counted(new RefundOutcome(kind, refund));

    assertThat(log).doesNotContain(refund.refundNo().value());
  }

  private double count(String result) {
    return meters
        .get("payment.refunds")
        .tags("result", result, "channel", "MOCK")
        .counter()
        .count();
  }
}
