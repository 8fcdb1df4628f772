package com.yuge.payment.app.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.app.proof.ProofScale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two instances are restarted in turns under load, and no request fails. */
@Tag("slow")
class RollingRestartE2eTest {
  private static final int RESTARTS =
      Integer.getInteger("rolling.restarts", ProofScale.LONG ? 20 : 1);
  private static final int PER_SECOND = ProofScale.LONG ? 200 : 100;
  private static final Duration DRAIN = Duration.ofSeconds(ProofScale.LONG ? 8 : 1);

  /** No proxy and no health check tells these callers that an instance stops. */
  @Test
  void callersWhoKnowBothInstances() {
    try (Instances instances = Instances.start("rolling", DRAIN)) {
      restart("callers", instances, instances.ports());
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "proof.long", matches = "true")
  void nginx() {
    behind("nginx", Proxy::nginx);
  }

  @Test
  @EnabledIfSystemProperty(named = "proof.long", matches = "true")
  void haproxy() {
    behind("haproxy", Proxy::haproxy);
  }

  private static void behind(String name, Function<Instances, Proxy> start) {
    try (Instances instances = Instances.start("rolling_" + name, DRAIN);
        Proxy proxy = start.apply(instances)) {
      restart(name, instances, List.of(proxy.port()));
    }
  }

  private static void restart(String name, Instances instances, List<Integer> ports) {
    Calls calls = Calls.start(ports, PER_SECOND);
    List<Duration> stops = new ArrayList<>();
    try (calls) {
      for (int restart = 0; restart < RESTARTS; restart++) {
        calls.signal();
        stops.add(instances.stop(restart % 2));
        instances.startAgain(restart % 2);
      }
      calls.signal();
      stops.add(instances.stop(RESTARTS % 2)); // The other one answers all from now on.
    }
    List<String> failures = calls.failures();
    System.out.printf(
        "rolling, %s: %d stops at %d requests/s: %d answered, %d refused, %d repeated, %d failed"
            + " %s; the longest stop took %d ms after the drain%n",
        name,
        stops.size(),
        PER_SECOND,
        calls.answered(),
        calls.refused(),
        calls.repeated(),
        failures.size(),
        failures,
        Collections.max(stops).minus(DRAIN).toMillis());
    assertThat(calls.answered()).isGreaterThan(PER_SECOND);
    assertThat(failures).isEmpty();
  }
}
