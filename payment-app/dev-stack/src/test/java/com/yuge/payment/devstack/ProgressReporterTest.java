package com.yuge.payment.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

final class ProgressReporterTest {
  private final Queue<String> told = new ConcurrentLinkedQueue<>();

  @Test
  void whatTakesLongIsTold() {
    boolean seen =
        new ProgressReporter(told::add, Duration.ofMillis(10))
            .during("unpacking", () -> Poll.until(() -> told.size() > 1, Duration.ofSeconds(10)));

    assertThat(seen).isTrue();
    assertThat(told).allMatch(line -> line.equals("unpacking, 0 s so far"));
  }

  @Test
  void whatIsQuickIsNot() {
    assertThat(new ProgressReporter(told::add, Duration.ofMinutes(1)).during("blinking", () -> 1))
        .isOne();
    assertThat(told).isEmpty();
  }
}
