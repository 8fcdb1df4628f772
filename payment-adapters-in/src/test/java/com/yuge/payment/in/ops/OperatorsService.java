package com.yuge.payment.in.ops;

import com.yuge.payment.domain.audit.InspectAudit;
import com.yuge.payment.domain.fakes.InMemoryAudit;
import com.yuge.payment.domain.fakes.InMemoryLimitUses;
import com.yuge.payment.domain.fakes.InMemoryLimits;
import com.yuge.payment.domain.fakes.InMemoryOutboxDesk;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fakes.SettableClock;
import com.yuge.payment.domain.limit.ChangeLimits;
import com.yuge.payment.domain.limit.InspectLimits;
import com.yuge.payment.domain.outbox.operations.InspectOutbox;
import com.yuge.payment.domain.outbox.operations.OperateOutbox;
import com.yuge.payment.domain.outbox.operations.ReplayEvents;
import com.yuge.payment.domain.statement.InspectStatements;
import com.yuge.payment.domain.statement.OperateStatements;
import com.yuge.payment.in.StatementDesk;
import com.yuge.payment.in.security.SecurityConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The operators' port on fakes. */
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({SecurityConfiguration.class, OperateOutbox.class, ReplayEvents.class})
class OperatorsService {
  /** On New Year's Day in Shanghai, and the day before in London. */
  static final Instant NOW = Instant.parse("2023-12-31T16:30:00Z");

  /** When the audit of New Year's Day is over. */
  static final Clock AUDITED = Clock.fixed(Instant.parse("2024-01-02T04:30:00Z"), ZoneOffset.UTC);

  @Bean
  InMemoryStore store() {
    return new InMemoryStore();
  }

  @Bean
  SettableClock clock() {
    return new SettableClock(NOW, ZoneId.of("Asia/Shanghai"));
  }

  @Bean
  InMemoryOutboxDesk desk() {
    return new InMemoryOutboxDesk();
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  @Bean
  InspectOutbox inspect(InMemoryOutboxDesk desk) {
    return new InspectOutbox(desk, 100);
  }

  @Bean
  InspectLimits inspectLimits(InMemoryStore store, SettableClock clock) {
    return new InspectLimits(new InMemoryLimits(store), new InMemoryLimitUses(store), clock);
  }

  @Bean
  ChangeLimits changeLimits(InMemoryStore store, SettableClock clock) {
    InMemoryLimits limits = new InMemoryLimits(store);
    return new ChangeLimits(limits, limits, store, clock);
  }

  @Bean
  InMemoryAudit audit() {
    return new InMemoryAudit(AUDITED);
  }

  @Bean
  InspectAudit inspectAudit(InMemoryAudit audit) {
    return new InspectAudit(audit, audit, AUDITED);
  }

  @Bean
  StatementDesk statementDesk() {
    return new StatementDesk();
  }

  @Bean
  InspectStatements inspectStatements(StatementDesk desk) {
    return desk.useCases.inspect();
  }

  @Bean
  OperateStatements operateStatements(StatementDesk desk) {
    return desk.useCases.operate();
  }
}
