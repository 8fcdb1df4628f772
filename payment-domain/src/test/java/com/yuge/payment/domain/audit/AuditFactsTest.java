package com.yuge.payment.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.audit.AuditedEvent.Order;
import com.yuge.payment.domain.audit.AuditedEvent.Refund;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.refund.RefundStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which facts break which rule, and which break none. */
class AuditFactsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  static Stream<Arguments> clean() {
    return Stream.of(
            order(PayStatus.SUCCESS, true, true, 1),
            order(PayStatus.SUCCESS, true, false, 0),
            order(PayStatus.PAYING, false, true, 0),
            trade(Kind.SETTLED, null, PayStatus.SUCCESS, true),
            trade(Kind.LATE, State.OPEN, PayStatus.CLOSED, false),
            trade(Kind.MISMATCH, State.REFUNDED, PayStatus.PAYING, false),
            sums("2.00", "1.00", "2.00", "1.00", "2.00"),
            sums("9.00", "9.00", "9.00", "9.00", "3.00"),
            new AuditedRefund("R", "T", sums("2.00", "1.00", "2.00", "1.00", "2.00")),
            event("PAYMENT_SUCCEEDED", 3, PayStatus.SUCCESS, null, false, null),
            event("PAYMENT_FAILED", 3, PayStatus.FAILED, null, false, null),
            event("PAYMENT_CLOSED", 2, PayStatus.CLOSED, null, false, null),
            event("PAYMENT_LATE_SUCCEEDED", 3, PayStatus.CLOSED, late(), false, null),
            event("PAYMENT_MISMATCHED", 3, PayStatus.CLOSED, late(), false, null),
            event("PAYMENT_MISMATCHED", 3, PayStatus.CLOSED, null, true, null),
            event("PAYMENT_AMOUNT_DIFFERED", 3, PayStatus.CLOSED, late(), false, null),
            event("REFUND_SUCCEEDED", 3, PayStatus.SUCCESS, null, false, RefundStatus.SUCCESS),
            event("REFUND_FAILED", 3, PayStatus.SUCCESS, null, false, RefundStatus.FAILED),
            event("REFUND_LATE_SUCCEEDED", 3, PayStatus.SUCCESS, null, false, RefundStatus.FAILED),
            new AuditedEvent("STATEMENT-7-1", "STATEMENT_MATCHED", 1, null, null, false, null),
            event("OF_A_LATER_VERSION", 3, PayStatus.SUCCESS, null, false, null),
            callback("APPLIED", PayStatus.FAILED, false),
            callback("APPLIED", PayStatus.PAYING, true),
            callback("CHECK_DUE", PayStatus.PAYING, false),
            new WaitingRow("E", 3, NOW.minus(Duration.ofMinutes(59)), NOW))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("clean")
  void breaksNoRule(AuditFact fact) {
    assertThat(fact.findings()).isEmpty();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(
            order(PayStatus.SUCCESS, false, true, 1), AuditRule.PAID_WITHOUT_ITS_TRADE, "P"),
        Arguments.of(
            order(PayStatus.SUCCESS, true, true, 0), AuditRule.PAID_WITHOUT_ONE_EVENT, "P"),
        Arguments.of(
            order(PayStatus.SUCCESS, true, true, 2), AuditRule.PAID_WITHOUT_ONE_EVENT, "P"),
        ofTrade(
            trade(Kind.SETTLED, null, PayStatus.SUCCESS, false), AuditRule.TRADE_WITHOUT_ITS_ORDER),
        ofTrade(
            trade(Kind.SETTLED, null, PayStatus.CLOSED, true), AuditRule.TRADE_WITHOUT_ITS_ORDER),
        ofTrade(trade(Kind.LATE, State.OPEN, null, false), AuditRule.TRADE_WITHOUT_ITS_ORDER),
        ofTrade(
            trade(Kind.LATE, null, PayStatus.CLOSED, false), AuditRule.UNAPPLIED_MONEY_NOT_LISTED),
        ofTrade(sums("2.00", "1.00", "1.00", "1.00", "1.00"), AuditRule.REFUND_SUMS_DIFFER),
        ofTrade(sums("2.00", "1.00", "2.00", "2.00", "2.00"), AuditRule.REFUND_SUMS_DIFFER),
        ofTrade(sums("7.01", "0", "7.01", "0", "7.01"), AuditRule.REFUNDS_EXCEED_TRADE),
        Arguments.of(new AuditedRefund("R", "T", null), AuditRule.REFUND_WITHOUT_ITS_TRADE, "R"),
        ofTrade(
            new AuditedRefund("R", "T", sums("2.00", "1.00", "1.00", "1.00", "1.00")),
            AuditRule.REFUND_SUMS_DIFFER),
        ofEvent("PAYMENT_SUCCEEDED", 3, null, null),
        ofEvent("PAYMENT_SUCCEEDED", 4, PayStatus.SUCCESS, null),
        ofEvent("PAYMENT_SUCCEEDED", 3, PayStatus.CLOSED, null),
        ofEvent("PAYMENT_FAILED", 3, PayStatus.SUCCESS, null),
        ofEvent("PAYMENT_CLOSED", 3, PayStatus.PAYING, null),
        ofEvent("REFUND_SUCCEEDED", 3, PayStatus.SUCCESS, null),
        ofEvent("REFUND_SUCCEEDED", 3, PayStatus.SUCCESS, RefundStatus.FAILED),
        ofEvent("REFUND_FAILED", 3, PayStatus.SUCCESS, RefundStatus.REFUNDING),
        ofEvent("REFUND_LATE_SUCCEEDED", 3, PayStatus.SUCCESS, RefundStatus.SUCCESS),
        unlisted("PAYMENT_LATE_SUCCEEDED", null),
        unlisted("PAYMENT_LATE_SUCCEEDED", sums("0", "0", "0", "0", "0")),
        unlisted("PAYMENT_MISMATCHED", null),
        unlisted("PAYMENT_AMOUNT_DIFFERED", null),
        Arguments.of(
            callback("APPLIED", PayStatus.PAYING, false),
            AuditRule.CALLBACK_OF_AN_OPEN_ORDER,
            "callback 7"),
        Arguments.of(
            callback("LATE_SUCCESS", null, true),
            AuditRule.CALLBACK_OF_AN_OPEN_ORDER,
            "callback 7"),
        Arguments.of(
            new WaitingRow("E", 3, NOW.minus(Duration.ofHours(1)), NOW),
            AuditRule.EVENT_PENDING_TOO_LONG,
            "E"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void breaksThisRuleOnly(AuditFact fact, AuditRule rule, String subject) {
    assertThat(fact.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(rule);
              assertThat(finding.subject()).isEqualTo(subject);
            });
  }

  private static Arguments ofTrade(AuditFact fact, AuditRule rule) {
    return Arguments.of(fact, rule, "MOCK T");
  }

  private static Arguments ofEvent(
      String tag, int version, @Nullable PayStatus order, @Nullable RefundStatus refund) {
    AuditedEvent fact =
        new AuditedEvent(
            "E",
            tag,
            version,
            order == null ? null : new Order("P", order, 3),
            null,
            false,
            refund == null ? null : new Refund(refund, true));
    return Arguments.of(fact, AuditRule.EVENT_WITHOUT_ITS_CHANGE, "E");
  }

  private static Arguments unlisted(String tag, @Nullable AuditedTrade trade) {
    AuditedTrade other =
        trade == null
            ? null
            : new AuditedTrade(
                "MOCK",
                "T",
                "Q",
                Kind.SETTLED,
                BigDecimal.TEN,
                null,
                PayStatus.SUCCESS,
                true,
                trade.money());
    return Arguments.of(
        event(tag, 3, PayStatus.CLOSED, other, false, null),
        AuditRule.UNAPPLIED_MONEY_NOT_LISTED,
        "E");
  }

  private static AuditFact order(
      PayStatus status, boolean hasItsTrade, boolean eventsKept, int succeeded) {
    return new AuditedOrder("P", status, hasItsTrade, eventsKept, succeeded);
  }

  private static AuditFact callback(String reason, @Nullable PayStatus order, boolean hasRefunds) {
    return new AuditedCallback(7, "P", reason, order, order != null && hasRefunds);
  }

  private static AuditedEvent event(
      String tag,
      int version,
      PayStatus order,
      @Nullable AuditedTrade trade,
      boolean claimed,
      @Nullable RefundStatus refund) {
    return new AuditedEvent(
        "E",
        tag,
        version,
        new Order("P", order, 3),
        trade,
        claimed,
        refund == null ? null : new Refund(refund, true));
  }

  private static AuditedTrade late() {
    return trade(Kind.LATE, State.OPEN, PayStatus.CLOSED, false);
  }

  private static AuditedTrade trade(
      Kind kind, @Nullable State state, @Nullable PayStatus order, boolean isNamed) {
    return new AuditedTrade(
        "MOCK",
        "T",
        "P",
        kind,
        money("7.00"),
        state,
        order,
        isNamed,
        refunds("0", "0", "0", "0", "0"));
  }

  private static AuditedTrade sums(
      String storedHeld, String storedDone, String held, String done, String asked) {
    return new AuditedTrade(
        "MOCK",
        "T",
        "P",
        Kind.SETTLED,
        money("7.00"),
        null,
        PayStatus.SUCCESS,
        true,
        refunds(storedHeld, storedDone, held, done, asked));
  }

  private static AuditedTrade.Refunds refunds(
      String storedHeld, String storedDone, String held, String done, String asked) {
    return new AuditedTrade.Refunds(
        money(storedHeld), money(storedDone), money(held), money(done), money(asked));
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }
}
