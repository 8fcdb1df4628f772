package com.yuge.payment.app.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.outbox.relay.RelaySettings;
import com.yuge.payment.domain.simulation.scale.Measured;
import com.yuge.payment.domain.simulation.scale.Phase;
import com.yuge.payment.domain.simulation.scale.ScaleRun;
import com.yuge.payment.domain.simulation.scale.ScaleRun.Outcome;
import com.yuge.payment.domain.simulation.scale.Size;
import com.yuge.payment.out.outbox.OutboxProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The table of docs/scale.md: the real relay with the settings' defaults, in simulated time. */
@EnabledIfSystemProperty(named = "proof.long", matches = "true")
class FleetTableTest {
  private static final int SEEDS = Integer.getInteger("scale.seeds", 9);
  private static final int PARTITIONS = 256;
  private static final int[] INSTANCES = {1, 4, 16, 64};

  private static final OutboxProperties DEFAULTS =
      new Binder(new MapConfigurationPropertySource(Map.of()))
          .bindOrCreate("payment.outbox", OutboxProperties.class);

  @Test
  void theTable() {
    System.out.printf(
        "lease %s, send timeout %s, %d seeds; seconds, median and maximum of the seeds%n",
        DEFAULTS.lease(), DEFAULTS.sendTimeout(), SEEDS);
    for (int instances : INSTANCES) {
      Size size = new Size(instances, PARTITIONS);
      List<Outcome> outcomes =
          LongStream.rangeClosed(1, SEEDS)
              .parallel()
              .mapToObj(seed -> ScaleRun.of(seed, size, settings()))
              .toList();
      tell(size, outcomes);
    }
  }

  private static void tell(Size size, List<Outcome> outcomes) {
    System.out.printf(
        "%d instances: %.1f renewals a second, at most %d in 10 ms, %d events%n",
        size.instances(),
        outcomes.get(0).renewalsPerSecond(),
        outcomes.stream().mapToInt(Outcome::renewalsAtOnce).max().orElse(0),
        outcomes.stream().mapToInt(Outcome::events).sum());
    for (Phase phase : Phase.values()) {
      List<Measured> measured =
          outcomes.stream()
              .flatMap(outcome -> outcome.phases().stream())
              .filter(one -> one.phase() == phase)
              .toList();
      if (!measured.isEmpty()) {
        System.out.printf(
            "| %s | %s | %s | %s | %s |%n",
            phase.words,
            of(measured, Measured::shared),
            of(measured, Measured::medianGap),
            of(measured, Measured::longestGap),
            of(measured, Measured::event));
        assertThat(measured)
            .allSatisfy(one -> assertThat(one.longestGap()).isLessThan(longestGap().toMillis()));
      }
    }
  }

  /** A lease, a quarter until somebody looks, and a little for slow statements. */
  private static Duration longestGap() {
    return DEFAULTS.lease().multipliedBy(5).dividedBy(4).plusMillis(100);
  }

  private static String of(List<Measured> measured, ToLongFunction<Measured> millis) {
    long[] sorted = measured.stream().mapToLong(millis).sorted().toArray();
    return "%.1f, %.1f".formatted(sorted[sorted.length / 2] / 1e3, sorted[sorted.length - 1] / 1e3);
  }

  private static RelaySettings settings() {
    return new RelaySettings(
        DEFAULTS.lease(),
        DEFAULTS.sendTimeout(),
        DEFAULTS.batchSize(),
        DEFAULTS.batchBytes(),
        DEFAULTS.maxAttempts(),
        DEFAULTS.maxBlocked(),
        DEFAULTS.replayRate(),
        DEFAULTS.pollMin(),
        DEFAULTS.pollMax(),
        DEFAULTS.backoffMin(),
        DEFAULTS.backoffMax(),
        Duration.ofSeconds(20));
  }
}
