package com.yuge.payment.out.jdbc;

import static com.yuge.payment.domain.fixtures.PayOrderBook.ANOTHER_PRICE;
import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.yuge.payment.domain.fixtures.TestChannels;
import com.yuge.payment.domain.order.AuditEntry;
import com.yuge.payment.domain.order.AuditEntry.Action;
import com.yuge.payment.domain.order.PaidTrade;
import com.yuge.payment.domain.order.PaidTrade.Kind;
import com.yuge.payment.domain.order.PaidTrade.State;
import com.yuge.payment.domain.order.PaidTrades;
import com.yuge.payment.domain.order.PayStatus;
import com.yuge.payment.domain.order.RefundTotals;
import com.yuge.payment.domain.order.TradeClaim;
import com.yuge.payment.domain.outbox.operations.OperatorAudit;
import com.yuge.payment.domain.outbox.operations.OperatorAuditEntry;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.TradeNo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** One line for each thing that an operator wants to know, when it lasts and not before. */
class LoggedAfterCommitTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("com.yuge.payment.out.jdbc");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final PaidTrades trades =
      new JdbcPaidTrades(TestDatabase.jdbc(), TestDatabase.transactions());
  private final OperatorAudit operatorAudit =
      new JdbcOperatorAudit(TestDatabase.jdbc(), TestDatabase.transactions());
  private final PayNo payNo = aPayNo();
  private final TradeNo tradeNo = new TradeNo(aNonce());

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void end() {
    logger.detachAppender(lines);
    logger.setLevel(null);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"LATE", "MISMATCH", "DUPLICATE"})
  void eachUnappliedPaymentIsToldOnceWithItsNumbers(Kind kind) {
    assertThat(TestDatabase.transactions().<Boolean>call(() -> trades.add(payment(kind)))).isTrue();
    assertThat(TestDatabase.transactions().<Boolean>call(() -> trades.add(payment(kind))))
        .isFalse();

    assertThat(told()).singleElement().asString().contains(payNo.value(), tradeNo.value());
    assertThat(told().get(0)).contains(kind.name(), "not said yet");
  }

  @Test
  void aPaymentThatIsAppliedToItsOrderIsNoNews() {
    assertThat(TestDatabase.transactions().<Boolean>call(() -> trades.add(payment(Kind.SETTLED))))
        .isTrue();

    assertThat(told()).isEmpty();
  }

  @Test
  void anAmountThatIsNotWhatWasOwedIsTold() {
    PaidTrade before = payment(Kind.SETTLED);
    TestDatabase.transactions()
        .run(
            () -> {
              assertThat(trades.add(before)).isTrue();
              trades.replaceAmount(before, before.withAmount(ANOTHER_PRICE, null, true));
            });

    assertThat(told()).singleElement().asString().contains(payNo.value(), ANOTHER_PRICE.toString());
  }

  @Test
  void aClaimIsTold() {
    TradeClaim claim = new TradeClaim(0, TestChannels.MOCK, tradeNo, payNo, null, NOW);

    TestDatabase.transactions().run(() -> trades.addClaim(claim));

    assertThat(told()).singleElement().asString().contains(payNo.value(), tradeNo.value());
  }

  @Test
  void whatIsRolledBackIsNotTold() {
    assertThatThrownBy(
            () ->
                TestDatabase.transactions()
                    .run(
                        () -> {
                          assertThat(trades.add(payment(Kind.LATE))).isTrue();
                          throw new IllegalStateException("test");
                        }))
        .hasMessage("test");

    assertThat(told()).isEmpty();
  }

  @Test
  void whatAnOperatorDoesIsToldWithNameAndReason() {
    OperatorReason reason = new OperatorReason("wang", "paid back by hand");
    AuditEntry accepted = audit(Action.ACCEPT, "ACCEPTED", "LATE " + reason.text());
    AuditEntry cancelled = audit(Action.REFUND_CANCEL, "CANCELLED", "REF1 " + reason.text());
    AuditEntry asked = audit(Action.REFUND_ASK, "ACCEPTED", "nobody decided");
    AuditEntry requested = audit(Action.QUERY, AuditEntry.REQUESTED, reason.text());
    AuditEntry own = audit(Action.QUERY, "UNPAID", "nobody has paid yet");
    OperatorAuditEntry skip =
        new OperatorAuditEntry(OperatorAuditEntry.Action.SKIP, "E-1", 1, reason, NOW);
    JdbcAuditTrail audit = new JdbcAuditTrail(TestDatabase.jdbc(), TestDatabase.transactions());

    TestDatabase.transactions()
        .run(
            () -> {
              List.of(accepted, cancelled, asked, requested, own).forEach(audit::record);
              operatorAudit.record(skip);
            });

    assertThat(told())
        .hasSize(4)
        .allMatch(line -> line.contains("by wang: paid back by hand"))
        .satisfiesExactly(
            line -> assertThat(line).contains(payNo.value(), "ACCEPTED"),
            line -> assertThat(line).contains(payNo.value(), "CANCELLED", "REF1"),
            line -> assertThat(line).contains(payNo.value(), "REQUESTED"),
            line -> assertThat(line).contains("SKIP of E-1"));
  }

  @Test
  void aPauseOfTheWholeOutboxIsToldAsSuch() {
    OperatorReason reason = new OperatorReason("wang", "broker upgrade");
    OperatorAuditEntry pause =
        new OperatorAuditEntry(OperatorAuditEntry.Action.PAUSE, "", 1, reason, NOW);

    TestDatabase.transactions().run(() -> operatorAudit.record(pause));

    assertThat(told()).containsExactly("Outbox: PAUSE of all, 1 affected, by wang: broker upgrade");
  }

  private AuditEntry audit(Action action, String result, String detail) {
    return new AuditEntry(payNo, action, PayStatus.CLOSED, PayStatus.CLOSED, result, detail, NOW);
  }

  private PaidTrade payment(Kind kind) {
    @Nullable State state = kind == Kind.SETTLED ? null : State.OPEN;
    return new PaidTrade(
        0,
        TestChannels.MOCK,
        tradeNo,
        payNo,
        kind,
        null,
        null,
        NOW,
        state,
        null,
        RefundTotals.NONE);
  }

  private List<String> told() {
    assertThat(lines.list).allMatch(line -> line.getLevel() == Level.INFO);
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
