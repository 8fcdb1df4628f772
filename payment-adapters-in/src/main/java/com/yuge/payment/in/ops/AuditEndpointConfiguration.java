package com.yuge.payment.in.ops;

import com.yuge.payment.domain.audit.InspectAudit;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** The operators' endpoint of the audit, only on the operators' port. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBean(InspectAudit.class)
public class AuditEndpointConfiguration {
  @Bean
  AuditController auditController(InspectAudit inspect) {
    return new AuditController(inspect);
  }
}
