package com.yuge.payment.in.ops;

import com.yuge.payment.domain.outbox.InspectOutbox;
import com.yuge.payment.domain.outbox.OperateOutbox;
import com.yuge.payment.domain.outbox.ReplayEvents;
import com.yuge.payment.in.web.WebConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The operators' endpoint; over HTTP only where it is exposed. */
@Configuration(proxyBeanMethods = false)
@Import(WebConfiguration.class)
public class OpsConfiguration {
  @Bean
  OutboxEndpoint outboxEndpoint(InspectOutbox inspect, OperateOutbox operate, ReplayEvents replay) {
    return new OutboxEndpoint(inspect, new OutboxCommands(operate, replay));
  }
}
