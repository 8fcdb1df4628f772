package com.yuge.payment.in.ops;

import com.yuge.payment.domain.audit.InspectAudit;
import com.yuge.payment.domain.limit.ChangeLimits;
import com.yuge.payment.domain.limit.InspectLimits;
import com.yuge.payment.domain.outbox.operations.InspectOutbox;
import com.yuge.payment.domain.outbox.operations.OperateOutbox;
import com.yuge.payment.domain.outbox.operations.ReplayEvents;
import com.yuge.payment.domain.statement.InspectStatements;
import com.yuge.payment.domain.statement.OperateStatements;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Operators' endpoints, only on the operators' port. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBean(InspectOutbox.class)
public class OpsConfiguration {
  @Bean
  OutboxController outboxController(
      InspectOutbox inspect, OperateOutbox operate, ReplayEvents replay) {
    return new OutboxController(inspect, operate, replay);
  }

  @Bean
  LimitsController limitsController(InspectLimits inspect, ChangeLimits change) {
    return new LimitsController(inspect, change);
  }

  @Bean
  StatementsController statementsController(InspectStatements inspect, OperateStatements operate) {
    return new StatementsController(inspect, operate);
  }

  @Bean
  DiscrepanciesController discrepanciesController(
      InspectStatements inspect, OperateStatements operate) {
    return new DiscrepanciesController(inspect, operate);
  }

  @Bean
  AuditController auditController(InspectAudit inspect) {
    return new AuditController(inspect);
  }
}
