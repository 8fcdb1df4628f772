package com.yuge.payment.app;

import com.yuge.payment.domain.PaymentSettings;
import com.yuge.payment.domain.channel.Channels;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.reconcile.RequestCheck;
import com.yuge.payment.domain.refund.RequestRefundCheck;
import com.yuge.payment.domain.statement.CheckDiscrepancy;
import com.yuge.payment.domain.statement.ClaimStatements;
import com.yuge.payment.domain.statement.InspectStatements;
import com.yuge.payment.domain.statement.OperateStatements;
import com.yuge.payment.domain.statement.ProcessStatement;
import com.yuge.payment.domain.statement.StatementPorts;
import com.yuge.payment.domain.statement.StatementUseCases;
import com.yuge.payment.in.job.StatementProperties;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of the channels' statements. */
@Configuration(proxyBeanMethods = false)
class StatementConfiguration {
  @Bean
  StatementUseCases statementUseCases(
      StatementPorts ports,
      Channels channels,
      StatementProperties properties,
      CheckDiscrepancy.Queries queries,
      PaymentSettings payment,
      Clock clock) {
    return new StatementUseCases(
        ports,
        channels,
        properties.settings(),
        queries,
        payment.slots(),
        () -> LockSupport.parkNanos(properties.pause().toNanos()),
        clock);
  }

  @Bean
  CheckDiscrepancy.Queries discrepancyQueries(
      RequestCheck request, ReconcilePayOrder reconcile, RequestRefundCheck refunds) {
    return new CheckDiscrepancy.Queries(request, reconcile, refunds);
  }

  @Bean
  ClaimStatements claimStatements(StatementUseCases useCases) {
    return useCases.claim();
  }

  @Bean
  ProcessStatement processStatement(StatementUseCases useCases) {
    return useCases.process();
  }

  @Bean
  CheckDiscrepancy checkDiscrepancy(StatementUseCases useCases) {
    return useCases.check();
  }

  @Bean
  InspectStatements inspectStatements(StatementUseCases useCases) {
    return useCases.inspect();
  }

  @Bean
  OperateStatements operateStatements(StatementUseCases useCases) {
    return useCases.operate();
  }
}
