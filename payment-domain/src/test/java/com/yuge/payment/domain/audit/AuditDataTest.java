package com.yuge.payment.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.audit.AuditStep.Kind;
import com.yuge.payment.domain.fakes.InMemoryAudit;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.limit.LimitScope;
import com.yuge.payment.domain.order.PayStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days are audited one after another, in chunks; what is under way is no finding. */
class AuditDataTest {
  private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.parse("2026-03-01");
  private static final Instant MORNING = Instant.parse("2026-03-01T19:30:00Z");
  private static final Duration TIME_LIMIT = Duration.ofHours(2);
  private static final AuditSettings SETTINGS =
      new AuditSettings(
          LocalTime.of(3, 0),
          2,
          Duration.ofMinutes(1),
          TIME_LIMIT,
          Duration.ofMinutes(30),
          Duration.ofDays(7),
          Duration.ofSeconds(30));

  private final SettableClock clock = new SettableClock(MORNING, SHOP);
  private final InMemoryAudit stored = new InMemoryAudit(clock);
  private final List<Runnable> pauses = new ArrayList<>();
  private final AuditData audit = instance();

  private AuditData instance() {
    return new AuditData(
        new AuditPorts(stored, stored, stored, stored, new InMemoryStore()),
        SETTINGS,
        this::pause,
        clock);
  }

  private void pause() {
    if (!pauses.isEmpty()) {
      pauses.remove(0).run();
    }
  }

  @Test
  void everyRowOfEveryWalkIsReadOnceInChunks() {
    stored.add(AuditWalk.ORDERS, paid("P1"), paid("P2"), paid("P3"));
    stored.add(AuditWalk.EVENTS, waiting("E1"));

    assertThat(run()).isEqualTo(Kind.ENDED);

    assertThat(stored.reads())
        .containsExactly(
            "ORDERS after 0",
            "ORDERS after 2",
            "TRADES after 0",
            "REFUNDS after 0",
            "EVENTS after 0",
            "CALLBACKS after 0",
            "PENDING after 0",
            "LIMITS_CLEARED after 0",
            "LIMITS_BEGUN after 0",
            "LIMITS_ORDERS after 0",
            "LIMITS_TRADES after 0",
            "LIMITS_COMPARED after 0");
    assertThat(stored.find().completeDay()).isEqualTo(DAY);
    assertThat(stored.all()).isEmpty();
  }

  @Test
  void whatStaysBrokenIsFoundOnceHoweverOftenTheDayIsAudited() {
    stored.add(AuditWalk.ORDERS, paid("P1"), untold("P2"));

    assertThat(run()).isEqualTo(Kind.ENDED);
    stored.repeatAfter(DAY.minusDays(1));
    clock.advance(Duration.ofHours(1));
    assertThat(run()).isEqualTo(Kind.ENDED);

    assertThat(stored.all())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.finding().rule()).isEqualTo(AuditRule.PAID_WITHOUT_ONE_EVENT);
              assertThat(violation.finding().subject()).isEqualTo("P2");
              assertThat(violation.firstSeen()).isEqualTo(MORNING);
              assertThat(violation.lastSeen()).isEqualTo(MORNING.plus(Duration.ofHours(1)));
            });
  }

  @Test
  void ofLimitsWhoDiffersIsSummedUpAgain() {
    BigDecimal used = new BigDecimal("7.00");
    AuditedLimit same = new AuditedLimit(LimitScope.USER, "u", BigDecimal.ONE, used, used);
    AuditedLimit released =
        new AuditedLimit(LimitScope.USER, "v", BigDecimal.ONE, used, same.counted());
    stored.add(AuditWalk.LIMITS_COMPARED_AGAIN, same, released);

    assertThat(run()).isEqualTo(Kind.ENDED);

    assertThat(stored.reads())
        .contains("LIMITS_ORDERS_AGAIN after 0", "LIMITS_TRADES_AGAIN after 0");
    assertThat(stored.all())
        .singleElement()
        .satisfies(violation -> assertThat(violation.finding().subject()).isEqualTo("USER u"));
  }

  @Test
  void whatIsWholeAtTheSecondLookIsNoFinding() {
    stored.add(AuditWalk.ORDERS, untold("P1"));
    pauses.add(() -> stored.replace(AuditWalk.ORDERS, paid("P1")));

    assertThat(run()).isEqualTo(Kind.ENDED);

    assertThat(stored.all()).isEmpty();
  }

  @Test
  void whatLooksDifferentAtTheSecondLookIsLookedAtAgain() {
    stored.add(AuditWalk.ORDERS, untold("P1"));
    pauses.add(() -> stored.replace(AuditWalk.ORDERS, toldTwice("P1")));

    assertThat(run()).isEqualTo(Kind.ENDED);

    assertThat(stored.all())
        .extracting(violation -> violation.finding().detail())
        .containsExactly("SUCCESS, with 2 events PAYMENT_SUCCEEDED");
  }

  @Test
  void anotherInstanceGoesOnWhereAKilledOneStopped() {
    stored.add(AuditWalk.ORDERS, paid("P1"), paid("P2"), untold("P3"));
    AuditStep first = audit.step(audit.step(claimed()).progress());
    assertThat(audit.claim()).as("held").isEmpty();

    clock.advance(SETTINGS.hold());
    AuditProgress taken = instance().claim().get(0);

    assertThat(taken).isEqualTo(first.progress());
    assertThat(audit.step(taken).kind()).isEqualTo(Kind.GOES_ON);
    assertThat(audit.step(first.progress()).kind()).as("fenced off").isEqualTo(Kind.LOST);
    assertThat(stored.all()).hasSize(1);
  }

  @Test
  void aReleasedAuditGoesOnAtOnce() {
    AuditStep first = audit.step(claimed());

    audit.release(first.progress());

    assertThat(audit.claim())
        .singleElement()
        .extracting(AuditProgress::walk)
        .isEqualTo(AuditWalk.ORDERS);
  }

  @Test
  void aDayIsAuditedOnlyAtItsTimeAndOnceAllItsTransactionsHaveEnded() {
    Duration untilDue = Duration.ofMinutes(23 * 60 + 30 + 5).plus(SETTINGS.longest());
    stored.repeatAfter(DAY);
    assertThat(run()).isEqualTo(Kind.WAITS);
    clock.advance(untilDue.minusSeconds(1));
    assertThat(audit.claim()).as("not yet").isEmpty();
    clock.advance(Duration.ofSeconds(1));

    assertThat(run()).isEqualTo(Kind.ENDED);
    assertThat(stored.find().completeDay()).isEqualTo(DAY.plusDays(1));
  }

  @Test
  void daysThatWereMissedAreAuditedWhileTheirEventsAreKeptAndToldWhenTheyAreNot() {
    stored.repeatAfter(DAY.minusDays(9));

    assertThat(run()).isEqualTo(Kind.ENDED);
    assertThat(stored.find().completeDay()).isEqualTo(DAY.minusDays(5));
    for (int day = 0; day < 5; day++) {
      assertThat(run()).isEqualTo(Kind.ENDED);
    }

    assertThat(stored.find().completeDay()).isEqualTo(DAY);
    assertThat(stored.all())
        .extracting(violation -> violation.finding().rule() + " " + violation.finding().subject())
        .containsExactly(
            "DAY_NOT_AUDITED 2026-02-23",
            "DAY_NOT_AUDITED 2026-02-22",
            "DAY_NOT_AUDITED 2026-02-21");
  }

  @Test
  void anAuditThatTakesTooLongIsGivenUpAndTold() {
    AuditStep first = audit.step(claimed());
    clock.advance(TIME_LIMIT);

    AuditStep second = audit.step(first.progress());

    assertThat(second.kind()).isEqualTo(Kind.GAVE_UP);
    assertThat(second.progress().completeDay()).isNull();
    assertThat(second.progress().day()).isEqualTo(DAY);
    assertThat(stored.all())
        .extracting(violation -> violation.finding().rule())
        .containsExactly(AuditRule.DAY_NOT_AUDITED);
  }

  private AuditProgress claimed() {
    return audit.claim().get(0);
  }

  private Kind run() {
    AuditStep step = audit.step(claimed());
    while (step.goesOn()) {
      step = audit.step(step.progress());
    }
    return step.kind();
  }

  private static AuditFact paid(String payNo) {
    return new AuditedOrder(payNo, PayStatus.SUCCESS, true, true, 1);
  }

  private static AuditFact untold(String payNo) {
    return new AuditedOrder(payNo, PayStatus.SUCCESS, true, true, 0);
  }

  private static AuditFact toldTwice(String payNo) {
    return new AuditedOrder(payNo, PayStatus.SUCCESS, true, true, 2);
  }

  private static AuditFact waiting(String eventId) {
    return new WaitingRow(eventId, 0, MORNING, MORNING);
  }
}
