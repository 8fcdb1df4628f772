package com.yuge.payment.app;

import com.yuge.payment.app.settings.PaymentProperties;
import com.yuge.payment.domain.audit.AuditData;
import com.yuge.payment.domain.audit.AuditPorts;
import com.yuge.payment.domain.audit.AuditSettings;
import com.yuge.payment.domain.audit.InspectAudit;
import com.yuge.payment.domain.shared.LongestTransaction;
import com.yuge.payment.in.job.AuditProperties;
import com.yuge.payment.out.outbox.OutboxMaintenanceProperties;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of the audit of the service's own data. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
  @Bean
  AuditSettings auditSettings(
      AuditProperties audit,
      PaymentProperties payment,
      OutboxMaintenanceProperties outbox,
      LongestTransaction longest) {
    return new AuditSettings(
        audit.at(),
        audit.chunk(),
        audit.hold(),
        audit.timeLimit(),
        payment.timeToPay(),
        outbox.retention(),
        longest.time());
  }

  @Bean
  AuditData auditData(
      AuditPorts ports, AuditSettings settings, AuditProperties properties, Clock clock) {
    long pause = properties.recheckAfter().toNanos();
    return new AuditData(ports, settings, () -> LockSupport.parkNanos(pause), clock);
  }

  @Bean
  InspectAudit inspectAudit(AuditPorts ports, Clock clock) {
    return new InspectAudit(ports.runs(), ports.violations(), clock);
  }
}
