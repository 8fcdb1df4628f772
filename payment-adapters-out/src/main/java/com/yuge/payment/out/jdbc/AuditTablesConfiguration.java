package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.audit.AuditPorts;
import com.yuge.payment.domain.audit.AuditReads;
import com.yuge.payment.domain.audit.AuditRuns;
import com.yuge.payment.domain.audit.AuditViolations;
import com.yuge.payment.domain.audit.LimitSums;
import com.yuge.payment.domain.shared.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores that the audit of the service's own data needs. */
@Configuration(proxyBeanMethods = false)
@Import(AuditPorts.class)
public class AuditTablesConfiguration {
  @Bean
  AuditReads auditReads(JdbcClient jdbc) {
    return new JdbcAuditReads(jdbc);
  }

  @Bean
  LimitSums limitSums(JdbcClient jdbc) {
    return new JdbcLimitSums(jdbc);
  }

  @Bean
  AuditRuns auditRuns(JdbcClient jdbc, Transactions transactions) {
    return new JdbcAuditRuns(jdbc, transactions);
  }

  @Bean
  AuditViolations auditViolations(JdbcClient jdbc) {
    return new JdbcAuditViolations(jdbc);
  }
}
