package com.yuge.payment.in.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.support.SimpleTriggerContext;

class ScanPauseTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final SimpleTriggerContext AFTER_A_SCAN = new SimpleTriggerContext(NOW, NOW, NOW);

  @Test
  void failuresInARowDoubleThePauseUpToEightTimes() {
    assertThat(pauses(Duration.ofSeconds(2)))
        .map(Duration::toSeconds)
        .containsExactly(2L, 4L, 8L, 16L, 16L);
  }

  @Test
  void noPauseGrowsBeyondAMinute() {
    assertThat(pauses(Duration.ofSeconds(20)))
        .map(Duration::toSeconds)
        .containsExactly(20L, 40L, 60L, 60L, 60L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1M", "PT1H"})
  void aLongIntervalDoesNotGrow(Duration interval) {
    assertThat(pauses(interval)).containsOnly(interval);
  }

  @Test
  void aSearchThatSucceedsEndsTheGrowth() {
    ScanPause pause = new ScanPause(Duration.ofSeconds(2));
    assertThat(pause.failed()).hasSeconds(2);
    assertThat(pause.failed()).hasSeconds(4);
    assertThat(pause.nextExecution(AFTER_A_SCAN)).isEqualTo(NOW.plusSeconds(4));

    pause.succeeded();

    assertThat(pause.nextExecution(AFTER_A_SCAN)).isEqualTo(NOW.plusSeconds(2));
    assertThat(pause.failed()).hasSeconds(2);
  }

  @Test
  void theFirstSearchComesAtOnce() {
    SimpleTriggerContext before = new SimpleTriggerContext(Clock.fixed(NOW, ZoneOffset.UTC));

    assertThat(new ScanPause(Duration.ofMinutes(1)).nextExecution(before)).isEqualTo(NOW);
  }

  private static List<Duration> pauses(Duration interval) {
    ScanPause pause = new ScanPause(interval);
    return Stream.generate(pause::failed).limit(5).toList();
  }
}
