package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditData;
import com.yuge.payment.domain.audit.AuditPorts;
import com.yuge.payment.domain.audit.AuditSettings;
import com.yuge.payment.domain.audit.AuditStep;
import com.yuge.payment.domain.audit.AuditStep.Kind;
import com.yuge.payment.domain.audit.Violation;
import com.yuge.payment.domain.audit.Violation.State;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit of a database, on the morning after the day of the tests' orders. */
record AuditedTables(JdbcClient jdbc, Transactions transactions) {
  static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");
  private static final Instant MORNING = Instant.parse("2026-03-01T19:30:00Z");
  private static final AuditSettings SETTINGS =
      new AuditSettings(
          LocalTime.of(3, 0),
          3,
          Duration.ofMinutes(1),
          Duration.ofHours(2),
          Duration.ofMinutes(30),
          Duration.ofDays(7),
          Duration.ofSeconds(30));

  AuditData audit() {
    return new AuditData(
        new AuditPorts(
            new JdbcAuditReads(jdbc),
            new JdbcLimitSums(jdbc),
            new JdbcAuditRuns(jdbc, transactions),
            new JdbcAuditViolations(jdbc),
            transactions),
        SETTINGS,
        () -> {},
        Clock.fixed(MORNING, SHOP));
  }

  /** Audits the day from its beginning; returns each violation's rule and subject. */
  List<String> run() {
    again();
    AuditData audit = audit();
    AuditStep step = audit.step(audit.claim().get(0));
    while (step.goesOn()) {
      step = audit.step(step.progress());
    }
    if (step.kind() != Kind.ENDED) {
      throw new IllegalStateException("the audit ended by " + step);
    }
    return violations().stream()
        .map(violation -> violation.finding().rule() + " " + violation.finding().subject())
        .toList();
  }

  List<Violation> violations() {
    return new JdbcAuditViolations(jdbc).list(State.OPEN, 0, 1000);
  }

  /** The day is audited again, as an operator may want. */
  void again() {
    RowCounts.one(
        jdbc.sql(
                """
                UPDATE t_audit_progress
                SET day = NULL, walk = NULL, started_at = NULL, next_check_at = '2000-01-01'
                WHERE id = 1
                """)
            .update());
  }
}
