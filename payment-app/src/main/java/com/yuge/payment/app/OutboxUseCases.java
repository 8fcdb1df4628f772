package com.yuge.payment.app;

import com.yuge.payment.domain.outbox.InspectOutbox;
import com.yuge.payment.domain.outbox.Interventions;
import com.yuge.payment.domain.outbox.OperateOutbox;
import com.yuge.payment.domain.outbox.OutboxReports;
import com.yuge.payment.domain.outbox.OutboxSwitches;
import com.yuge.payment.domain.outbox.ReplayEvents;
import com.yuge.payment.domain.outbox.ReplayRequests;
import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.out.outbox.OutboxUpkeepProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators may do with the outbox. */
@Configuration(proxyBeanMethods = false)
class OutboxUseCases {
  @Bean
  InspectOutbox inspectOutbox(OutboxReports reports, OutboxUpkeepProperties properties) {
    return new InspectOutbox(reports, properties.countLimit());
  }

  @Bean
  OperateOutbox operateOutbox(
      OutboxSwitches switches,
      Interventions interventions,
      Transactions transactions,
      Clock clock) {
    return new OperateOutbox(switches, interventions, transactions, clock);
  }

  @Bean
  ReplayEvents replayEvents(
      ReplayRequests requests,
      Interventions interventions,
      Transactions transactions,
      Clock clock) {
    return new ReplayEvents(requests, interventions, transactions, clock);
  }
}
