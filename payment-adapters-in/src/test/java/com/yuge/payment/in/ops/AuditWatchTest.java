package com.yuge.payment.in.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.audit.AuditRule;
import com.yuge.payment.domain.audit.AuditRuns;
import com.yuge.payment.domain.audit.Finding;
import com.yuge.payment.domain.audit.InspectAudit;
import com.yuge.payment.domain.fakes.InMemoryAudit;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.fixtures.Watch;
import com.yuge.payment.domain.shared.OperatorReason;
import com.yuge.payment.domain.shared.StoreUnavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Open violations are counted and logged, and the days that are not audited yet. */
@ExtendWith(OutputCaptureExtension.class)
class AuditWatchTest {
  private static final LocalDate DAY = LocalDate.parse("2024-01-01");

  private final SettableClock clock =
      new SettableClock(Instant.parse("2024-01-02T03:00:00Z"), ZoneOffset.UTC);
  private final InMemoryAudit audit = new InMemoryAudit(clock);
  private final Watch calls = new Watch();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AuditWatch watch =
      new AuditWatch(new InspectAudit(calls.over(AuditRuns.class, audit), audit, clock), clock);

  @RegisterExtension final LoggedFromInfo logged = new LoggedFromInfo(AuditWatch.class);

  @BeforeEach
  void begin() {
    watch.bindTo(meters);
  }

  @Test
  void openViolationsAreCountedByTheirRuleAndLoggedOnce(CapturedOutput log) {
    audit.record(
        List.of(new Finding(AuditRule.REFUND_SUMS_DIFFER, "MOCK T", "held 3.00")),
        DAY,
        clock.instant());

    watch.refresh();
    watch.refresh();

    assertThat(violations(AuditRule.REFUND_SUMS_DIFFER)).isOne();
    assertThat(violations(AuditRule.PAID_WITHOUT_ITS_TRADE)).isZero();
    assertThat(log.getAll().split("found violations: \\{REFUND_SUMS_DIFFER=1}", -1)).hasSize(2);

    assertThat(audit.resolve(1, new OperatorReason("li", "mended"), clock.instant())).isTrue();
    watch.refresh();
    assertThat(violations(AuditRule.REFUND_SUMS_DIFFER)).isZero();
    assertThat(log).contains("No violation is open any more");
  }

  @Test
  void theDaysBehindAreThoseThatEndedSinceTheLastWholeOne() {
    watch.refresh();
    assertThat(behind()).as("before the first").isZero();

    audit.complete(DAY);
    watch.refresh();
    assertThat(behind()).isZero();

    clock.advance(Duration.ofDays(2));
    watch.refresh();
    assertThat(behind()).isEqualTo(2);
  }

  @Test
  void whatCannotBeReadIsNotKnown() {
    calls.breaks("AuditRuns.find", new StoreUnavailable("away", new Exception("test")));

    watch.refresh();

    assertThat(behind()).isNaN();
    assertThat(violations(AuditRule.REFUND_SUMS_DIFFER)).isNaN();
  }

  private double violations(AuditRule rule) {
    return meters.get("payment.audit.violations").tag("rule", rule.name()).gauge().value();
  }

  private double behind() {
    return meters.get("payment.audit.days.behind").gauge().value();
  }
}
