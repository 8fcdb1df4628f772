package com.yuge.payment.in.job;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayNo;
import static com.yuge.payment.domain.fixtures.TestChannels.MOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.yuge.payment.domain.statement.CheckDiscrepancy;
import com.yuge.payment.domain.statement.ClaimStatements;
import com.yuge.payment.domain.statement.Difference;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.DiscrepancyFilter;
import com.yuge.payment.domain.statement.DiscrepancyType;
import com.yuge.payment.domain.statement.ProcessStatement;
import com.yuge.payment.domain.statement.StatementKey;
import com.yuge.payment.domain.statement.StatementState;
import com.yuge.payment.in.StatementDesk;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Both jobs as the service has them: one works on statements, the other queries channels. */
class StatementJobsTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final LocalDate DAY = LocalDate.parse("2026-02-28");

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
          .withUserConfiguration(Service.class)
          .withPropertyValues(
              "payment.statements.scan-interval=100ms",
              "payment.statements.queries.scan-interval=100ms");

  @Import(StatementJobConfiguration.class)
  static class Service {
    @Bean
    StatementDesk desk() {
      StatementDesk desk = new StatementDesk();
      desk.channel.writes(DAY, List.of());
      desk.statements.plan(new StatementKey(MOCK, StatementDesk.MERCHANT, DAY.minusDays(1), "ALL"));
      Discrepancy unused =
          desk.find(
              desk.plan(StatementDesk.MERCHANT, DAY),
              new Difference(
                  DiscrepancyType.SHORT_STATUS, "T", 1, aPayNo().value(), null, "PAYING", "9.90"));
      return desk;
    }

    @Bean
    ClaimStatements claim(StatementDesk desk) {
      return desk.useCases.claim();
    }

    @Bean
    ProcessStatement process(StatementDesk desk) {
      return desk.useCases.process();
    }

    @Bean
    CheckDiscrepancy check(StatementDesk desk) {
      return desk.useCases.check();
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }

    @Bean
    ObservationRegistry observations() {
      return ObservationRegistry.NOOP;
    }
  }

  @Test
  void theStatementsAreMatchedAndTheChannelIsQueried() {
    service.run(
        context -> {
          StatementDesk desk = context.getBean(StatementDesk.class);
          MeterRegistry meters = context.getBean(MeterRegistry.class);
          await().atMost(SOON).until(() -> state(desk) == StatementState.MATCHED);
          await().atMost(SOON).until(() -> queries(desk) == 1);
          await().atMost(SOON).until(() -> checks(meters, "statements", "WAITS") >= 1);
          await().atMost(SOON).until(() -> checks(meters, "discrepancies", "LEFT") == 1);
        });
  }

  @Test
  void anInstanceMayLeaveTheStatementsToOthersAndStillQuery() {
    service
        .withPropertyValues("payment.statements.enabled=false")
        .run(
            context -> {
              StatementDesk desk = context.getBean(StatementDesk.class);
              await().atMost(SOON).until(() -> queries(desk) == 1);
              assertThat(context.getBean("statementsJob", PollingJob.class).isRunning()).isFalse();
              assertThat(state(desk)).isEqualTo(StatementState.WAITING);
            });
  }

  @Test
  void orTheQueries() {
    service
        .withPropertyValues("payment.statements.queries.enabled=false")
        .run(
            context -> {
              StatementDesk desk = context.getBean(StatementDesk.class);
              await().atMost(SOON).until(() -> state(desk) == StatementState.MATCHED);
              assertThat(context.getBean("discrepanciesJob", PollingJob.class).isRunning())
                  .isFalse();
              assertThat(queries(desk)).isZero();
            });
  }

  private static StatementState state(StatementDesk desk) {
    return desk.statements.list(null, Long.MAX_VALUE, 1).get(0).state();
  }

  private static int queries(StatementDesk desk) {
    DiscrepancyFilter all = new DiscrepancyFilter(null, null, null, null);
    return desk.discrepancies.list(all, 0, 1).get(0).queries();
  }

  private static double checks(MeterRegistry meters, String job, String result) {
    return meters.counter("payment." + job + ".checks", "result", result).count();
  }
}
