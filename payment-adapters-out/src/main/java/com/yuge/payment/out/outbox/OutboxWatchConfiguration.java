package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.operations.EventLog;
import com.yuge.payment.domain.outbox.operations.OutboxReports;
import com.yuge.payment.domain.outbox.operations.TrimEventLog;
import com.yuge.payment.domain.outbox.relay.RelayListener;
import com.yuge.payment.domain.retention.AgedRecords;
import com.yuge.payment.domain.retention.TrimRecords;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans that monitor the relay and trim its log and the other records. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OutboxMaintenanceProperties.class, RetentionProperties.class})
public class OutboxWatchConfiguration {
  @Bean
  RelayStatus relayStatus(OutboxProperties properties, MeterRegistry meters) {
    RelayStatus status = new RelayStatus(System::nanoTime, properties.backoffMax().multipliedBy(2));
    var unused = meters.gauge("payment.outbox.leases", status, RelayStatus::held);
    return status;
  }

  @Bean
  RelayListeners relayListeners(RelayStatus status, MeterRegistry meters, Clock clock) {
    return new RelayListeners(
        List.<RelayListener>of(new LoggingRelayListener(), status, new RelayMeters(meters, clock)));
  }

  @Bean
  OutboxSnapshot outboxSnapshot(
      OutboxReports reports,
      OutboxMaintenanceProperties properties,
      Clock clock,
      MeterRegistry meters) {
    OutboxSnapshot snapshot = new OutboxSnapshot(reports, properties.countLimit(), clock);
    snapshot.bindTo(meters);
    return snapshot;
  }

  @Bean
  RecordTrimming recordTrimming(
      AgedRecords records,
      RelayStatus status,
      RetentionProperties properties,
      MeterRegistry meters) {
    TrimRecords trim = new TrimRecords(records, properties.byKind(), properties.chunk());
    return new RecordTrimming(trim, status, properties, meters);
  }

  @Bean
  MaintenanceTasks maintenanceTasks(
      OutboxSnapshot snapshot,
      EventLog log,
      RecordTrimming records,
      OutboxMaintenanceProperties properties) {
    TrimEventLog trim = new TrimEventLog(log, properties.retention(), properties.retentionChunk());
    return new MaintenanceTasks(snapshot, trim, records);
  }

  @Bean
  OutboxMaintenance outboxMaintenance(
      MaintenanceTasks work,
      RelayStatus status,
      OutboxMaintenanceProperties properties,
      MeterRegistry meters) {
    return new OutboxMaintenance(work, status, properties, meters);
  }

  /** Reports down when a task no longer runs: a restart of the instance helps. */
  @Bean
  HealthIndicator outboxMaintenanceHealthIndicator(OutboxMaintenance maintenance) {
    return () -> (maintenance.isDead() ? Health.down() : Health.up()).build();
  }

  @Bean
  OutboxHealth outboxHealthIndicator(
      OutboxSnapshot snapshot, RelayStatus status, Optional<OutboxRelay> relay) {
    return new OutboxHealth(snapshot, status, relay.map(running -> running::state));
  }
}
