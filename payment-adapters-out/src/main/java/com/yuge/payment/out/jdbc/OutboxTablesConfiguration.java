package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.outbox.operations.EventLog;
import com.yuge.payment.domain.outbox.operations.OperatorAudit;
import com.yuge.payment.domain.outbox.operations.OutboxControl;
import com.yuge.payment.domain.outbox.operations.OutboxReports;
import com.yuge.payment.domain.outbox.operations.ReplayRequests;
import com.yuge.payment.domain.outbox.relay.BlockedKeys;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.shared.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Access to the outbox's tables for the relay and the operators. */
@Configuration(proxyBeanMethods = false)
public class OutboxTablesConfiguration {
  @Bean
  PartitionLeases partitionLeases(JdbcClient jdbc, Transactions transactions) {
    return new JdbcPartitionLeases(jdbc, transactions);
  }

  @Bean
  PendingEvents pendingEvents(JdbcClient jdbc, Transactions transactions) {
    return JdbcPendingEvents.pending(jdbc, transactions);
  }

  @Bean
  PendingEvents replayedEvents(JdbcClient jdbc, Transactions transactions) {
    return JdbcPendingEvents.replays(jdbc, transactions);
  }

  @Bean
  BlockedKeys blockedKeys(JdbcClient jdbc, Transactions transactions) {
    return new JdbcBlockedKeys(jdbc, transactions);
  }

  @Bean
  EventLog eventLog(JdbcClient jdbc, Transactions transactions) {
    return new JdbcEventLog(jdbc, transactions);
  }

  @Bean
  OutboxReports outboxReports(JdbcClient jdbc) {
    return new JdbcOutboxReports(jdbc);
  }

  @Bean
  OutboxControl outboxControl(JdbcClient jdbc) {
    return new JdbcOutboxControl(jdbc);
  }

  @Bean
  ReplayRequests replayRequests(JdbcClient jdbc) {
    return new JdbcReplayRequests(jdbc);
  }

  @Bean
  OperatorAudit audit(JdbcClient jdbc, Transactions transactions) {
    return new JdbcOperatorAudit(jdbc, transactions);
  }
}
