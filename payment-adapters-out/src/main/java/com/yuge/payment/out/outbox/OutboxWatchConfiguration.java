package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.EventLog;
import com.yuge.payment.domain.outbox.OutboxReports;
import com.yuge.payment.domain.outbox.TrimEventLog;
import com.yuge.payment.domain.relay.RelayListener;
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

/** What watches the relay, and keeps its log and the other records short. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OutboxUpkeepProperties.class, RetentionProperties.class})
public class OutboxWatchConfiguration {
  @Bean
  RelayPulse relayPulse(OutboxProperties properties, MeterRegistry meters) {
    RelayPulse pulse = new RelayPulse(System::nanoTime, properties.backoffMax().multipliedBy(2));
    var unused = meters.gauge("payment.outbox.leases", pulse, RelayPulse::held);
    return pulse;
  }

  @Bean
  RelayListeners relayListeners(RelayPulse pulse, MeterRegistry meters, Clock clock) {
    return new RelayListeners(
        List.<RelayListener>of(new LogRelay(), pulse, new RelayMeters(meters, clock)));
  }

  @Bean
  OutboxSample outboxSample(
      OutboxReports reports, OutboxUpkeepProperties properties, Clock clock, MeterRegistry meters) {
    OutboxSample sample = new OutboxSample(reports, properties.countLimit(), clock);
    sample.bindTo(meters);
    return sample;
  }

  @Bean
  RecordTrimming recordTrimming(
      AgedRecords records, RelayPulse pulse, RetentionProperties properties, MeterRegistry meters) {
    TrimRecords trim = new TrimRecords(records, properties.byKind(), properties.chunk());
    return new RecordTrimming(trim, pulse, properties, meters);
  }

  @Bean
  UpkeepWork upkeepWork(
      OutboxSample sample,
      EventLog log,
      RecordTrimming records,
      OutboxUpkeepProperties properties) {
    TrimEventLog trim = new TrimEventLog(log, properties.retention(), properties.retentionChunk());
    return new UpkeepWork(sample, trim, records);
  }

  @Bean
  OutboxUpkeep outboxUpkeep(
      UpkeepWork work, RelayPulse pulse, OutboxUpkeepProperties properties, MeterRegistry meters) {
    return new OutboxUpkeep(work, pulse, properties, meters);
  }

  /** Down when one of its tasks is not done any more: a restart of the instance helps. */
  @Bean
  HealthIndicator outboxUpkeepHealthIndicator(OutboxUpkeep upkeep) {
    return () -> (upkeep.isDead() ? Health.down() : Health.up()).build();
  }

  @Bean
  OutboxHealth outboxHealthIndicator(
      OutboxSample sample, RelayPulse pulse, Optional<OutboxRelay> relay) {
    return new OutboxHealth(sample, pulse, relay.map(running -> running::state));
  }
}
