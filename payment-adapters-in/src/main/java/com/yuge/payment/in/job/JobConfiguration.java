package com.yuge.payment.in.job;

import com.yuge.payment.domain.audit.AuditData;
import com.yuge.payment.domain.audit.AuditProgress;
import com.yuge.payment.domain.order.FindPayOrder;
import com.yuge.payment.domain.reconcile.ClaimDueOrders;
import com.yuge.payment.domain.reconcile.ReconcilePayOrder;
import com.yuge.payment.domain.reconcile.RequestCheck;
import com.yuge.payment.domain.refund.ClaimDueRefunds;
import com.yuge.payment.domain.refund.DueRefund;
import com.yuge.payment.domain.refund.ProcessRefund;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.in.web.RefundMetrics;
import com.yuge.payment.in.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The polling jobs, one bean each. The bean's name is also the name of its health indicator. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  AuditProperties.class,
  ReconcileProperties.class,
  RefundProperties.class
})
@Import({StatementJobConfiguration.class, WebConfiguration.class})
public class JobConfiguration {
  @Bean
  JobMetrics reconcileMetrics(ObservationRegistry observations, MeterRegistry meters) {
    return new JobMetrics("reconcile", observations, meters);
  }

  @Bean
  CheckPayOrder checkPayOrder(
      ReconcilePayOrder reconcile, JobMetrics reconcileMetrics, MeterRegistry meters) {
    return new CheckPayOrder(reconcile, reconcileMetrics, meters);
  }

  @Bean
  CheckNowController checkNowController(
      RequestCheck request, CheckPayOrder check, FindPayOrder find) {
    return new CheckNowController(request, check, find);
  }

  @Bean
  PollingJob<PayNo> reconcile(
      ClaimDueOrders claim,
      CheckPayOrder check,
      ReconcileProperties properties,
      JobMetrics reconcileMetrics,
      SimpleAsyncTaskExecutorBuilder threads) {
    return new PollingJob<>(
        new DueWork<>("reconcile", "Pay order", "orders", claim::handle, check::whenDue),
        properties,
        reconcileMetrics,
        threads.threadNamePrefix("reconcile-").build());
  }

  @Bean
  JobMetrics refundsMetrics(ObservationRegistry observations, MeterRegistry meters) {
    return new JobMetrics("refunds", observations, meters);
  }

  @Bean
  PollingJob<DueRefund> refundJob(
      ClaimDueRefunds claim,
      RunRefundStep step,
      RefundProperties properties,
      JobMetrics refundsMetrics,
      SimpleAsyncTaskExecutorBuilder threads) {
    return new PollingJob<>(
        new DueWork<>("refunds", "Refund", "refunds", claim::handle, step::whenDue),
        properties,
        refundsMetrics,
        threads.threadNamePrefix("refunds-").build());
  }

  @Bean
  RunRefundStep stepRefund(ProcessRefund process, MeterRegistry meters) {
    return new RunRefundStep(process, new RefundMetrics(meters));
  }

  @Bean
  JobMetrics auditMetrics(ObservationRegistry observations, MeterRegistry meters) {
    return new JobMetrics("audit", observations, meters);
  }

  @Bean
  RunAuditStep stepAudit(AuditData audit, AuditProperties properties) {
    return new RunAuditStep(audit, properties, RunAuditStep.SLICE);
  }

  @Bean
  PollingJob<AuditProgress> auditJob(
      AuditData audit,
      RunAuditStep step,
      AuditProperties properties,
      JobMetrics auditMetrics,
      SimpleAsyncTaskExecutorBuilder threads) {
    return new PollingJob<>(
        new DueWork<>("audit", "Audit", "audits", most -> audit.claim(), step::whenDue),
        properties,
        auditMetrics,
        threads.threadNamePrefix("audit-").build());
  }
}
