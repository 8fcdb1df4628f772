package com.yuge.payment.in.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.audit.AuditData;
import com.yuge.payment.domain.audit.AuditPorts;
import com.yuge.payment.domain.audit.AuditProgress;
import com.yuge.payment.domain.audit.AuditSettings;
import com.yuge.payment.domain.audit.AuditStep;
import com.yuge.payment.domain.fakes.InMemoryAudit;
import com.yuge.payment.domain.fakes.InMemoryStore;
import com.yuge.payment.domain.fakes.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A claimed audit goes on from chunk to chunk; a long one is given back, for any instance. */
class RunAuditStepTest {
  private final SettableClock clock =
      new SettableClock(Instant.parse("2024-01-02T04:00:00Z"), ZoneOffset.UTC);
  private final InMemoryAudit stored = new InMemoryAudit(clock);

  @Test
  void aShortDayIsAuditedAtOnce() {
    AuditData audit = audit();

    AuditStep.Kind kind =
        new RunAuditStep(audit, properties("1ms"), Duration.ofMinutes(1))
            .whenDue(audit.claim().get(0));

    assertThat(kind).isEqualTo(AuditStep.Kind.ENDED);
    assertThat(stored.find().completeDay()).isEqualTo("2024-01-01");
  }

  @Test
  void whenItsTimeIsUpAnotherInstanceMayGoOn() {
    AuditData audit = audit();
    RunAuditStep step = new RunAuditStep(audit, properties("1ms"), Duration.ZERO);

    AuditStep.Kind kind = step.whenDue(audit.claim().get(0));

    assertThat(kind).isEqualTo(AuditStep.Kind.GOES_ON);
    assertThat(stored.find().completeDay()).isNull();
    assertThat(audit().claim()).hasSize(1);
  }

  @Test
  void aStopDoesNotWaitForItsPause() throws Exception {
    AuditData audit = audit();
    AuditProgress claimed = audit.claim().get(0);
    RunAuditStep step = new RunAuditStep(audit, properties("10s"), Duration.ofMinutes(1));
    CompletableFuture<AuditStep.Kind> running =
        CompletableFuture.supplyAsync(() -> step.whenDue(claimed));
    await().until(() -> stored.find().walk() != null);

    step.stop();

    assertThat(running.get(5, TimeUnit.SECONDS)).isEqualTo(AuditStep.Kind.GOES_ON);
    assertThat(audit().claim()).hasSize(1);
  }

  private AuditData audit() {
    AuditProperties properties = properties("0");
    return new AuditData(
        new AuditPorts(stored, stored, stored, stored, new InMemoryStore()),
        new AuditSettings(
            properties.at(),
            properties.chunk(),
            properties.hold(),
            properties.timeLimit(),
            Duration.ofMinutes(30),
            Duration.ofDays(7),
            Duration.ofSeconds(30)),
        () -> {},
        clock);
  }

  private static AuditProperties properties(String pause) {
    return new Binder(new MapConfigurationPropertySource(Map.of("payment.audit.pause", pause)))
        .bind("payment.audit", AuditProperties.class)
        .get();
  }
}
