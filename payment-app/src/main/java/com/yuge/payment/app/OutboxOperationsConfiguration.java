package com.yuge.payment.app;

import com.yuge.payment.domain.outbox.operations.InspectOutbox;
import com.yuge.payment.domain.outbox.operations.OperateOutbox;
import com.yuge.payment.domain.outbox.operations.OutboxReports;
import com.yuge.payment.domain.outbox.operations.ReplayEvents;
import com.yuge.payment.out.outbox.OutboxMaintenanceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The operators' use cases for the outbox. */
@Configuration(proxyBeanMethods = false)
@Import({OperateOutbox.class, ReplayEvents.class})
class OutboxOperationsConfiguration {
  @Bean
  InspectOutbox inspectOutbox(OutboxReports reports, OutboxMaintenanceProperties properties) {
    return new InspectOutbox(reports, properties.countLimit());
  }
}
