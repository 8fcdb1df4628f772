package com.yuge.payment.in.job;

import com.yuge.payment.domain.statement.CheckDiscrepancy;
import com.yuge.payment.domain.statement.ClaimStatements;
import com.yuge.payment.domain.statement.Discrepancy;
import com.yuge.payment.domain.statement.ProcessStatement;
import com.yuge.payment.domain.statement.Statement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs on the channels' statements. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatementProperties.class)
public class StatementJobConfiguration {
  @Bean
  JobMetrics statementsMetrics(ObservationRegistry observations, MeterRegistry meters) {
    return new JobMetrics("statements", observations, meters);
  }

  @Bean
  RunStatementStep stepStatement(ProcessStatement process, MeterRegistry meters) {
    return new RunStatementStep(process, meters, RunStatementStep.SLICE);
  }

  @Bean
  PollingJob<Statement> statementsJob(
      ClaimStatements claim,
      RunStatementStep step,
      StatementProperties properties,
      JobMetrics statementsMetrics,
      SimpleAsyncTaskExecutorBuilder threads) {
    return new PollingJob<>(
        new DueWork<>("statements", "Statement", "statements", claim::handle, step::whenDue),
        properties,
        statementsMetrics,
        threads.threadNamePrefix("statements-").build());
  }

  @Bean
  JobMetrics discrepanciesMetrics(ObservationRegistry observations, MeterRegistry meters) {
    return new JobMetrics("discrepancies", observations, meters);
  }

  @Bean
  PollingJob<Discrepancy> discrepanciesJob(
      CheckDiscrepancy check,
      StatementProperties properties,
      JobMetrics discrepanciesMetrics,
      SimpleAsyncTaskExecutorBuilder threads) {
    return new PollingJob<>(
        new DueWork<>("discrepancies", "Discrepancy", "discrepancies", check::claim, check::handle),
        properties.queries(),
        discrepanciesMetrics,
        threads.threadNamePrefix("discrepancies-").build());
  }
}
