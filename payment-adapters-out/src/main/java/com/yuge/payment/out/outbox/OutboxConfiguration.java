package com.yuge.payment.out.outbox;

import com.yuge.payment.domain.outbox.relay.BlockedKeys;
import com.yuge.payment.domain.outbox.relay.CommitHints;
import com.yuge.payment.domain.outbox.relay.EventSender;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.outbox.relay.PendingEvents;
import com.yuge.payment.domain.outbox.relay.RelayPorts;
import com.yuge.payment.domain.outbox.relay.RelaySettings;
import com.yuge.payment.domain.outbox.relay.Workers;
import com.yuge.payment.domain.shared.LongestTransaction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The relay and its signal. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
@Import(OutboxWatchConfiguration.class)
public class OutboxConfiguration {
  @Bean
  RelaySignalQueue relaySignalQueue() {
    return new RelaySignalQueue();
  }

  /** The outbox uses this signal; the queue gets only partitions that this instance publishes. */
  @Bean
  @Primary
  CommitSignals commitSignals(
      RelaySignalQueue queue, RelayStatus status, Optional<CommitHints> hints) {
    return new CommitSignals(queue, status, hints.orElse(partition -> {}));
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "payment.outbox.relay.enabled", matchIfMissing = true)
  OutboxRelay outboxRelay(
      PartitionLeases leases,
      @Qualifier("pendingEvents") PendingEvents pending,
      @Qualifier("replayedEvents") PendingEvents replays,
      BlockedKeys blocked,
      EventSender sender,
      RelaySignalQueue queue,
      RelayListeners listeners,
      OutboxProperties properties,
      LongestTransaction longest,
      MeterRegistry meters) {
    Counter restarts = meters.counter("payment.outbox.restarts");
    String owner = owner();
    RelaySettings settings = properties.settings(longest);
    Function<Workers, RelayPorts> ports =
        workers -> new RelayPorts(leases, pending, replays, blocked, sender, workers, listeners);
    OutboxRelay relay =
        new OutboxRelay(
            () -> RelayRun.begin(owner, ports, queue, settings, properties.workers()),
            queue,
            settings,
            error -> {
              restarts.increment();
              listeners.partitionsChanged(new BitSet());
            });
    Gauge.builder("payment.outbox.relay.up", relay, running -> running.state().isDead() ? 0 : 1)
        .register(meters);
    return relay;
  }

  // Never the same name twice: a restarted instance must not inherit its predecessor's leases.
  private static String owner() {
    return ProcessHandle.current().pid()
        + "-"
        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
