package com.yuge.payment.domain.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ScanSpanTest {
  private static final Duration QUICK = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMillis(1_100);

  private final ScanSpan span = new ScanSpan(ScanSpan.UNBOUNDED);
  private long now;
  private final Ticker time = new Ticker(() -> now, () -> 0.0);

  @Test
  void aReadThatFailedIsFollowedByOneThatIsSurelyQuick() {
    fail();

    assertThat(span.rows()).isEqualTo(ScanSpan.FEW);
  }

  @Test
  void aReadThatTookLongHalvesItDownToALeast() {
    read(LONG, false);
    read(LONG, true);
    assertThat(span.rows()).isEqualTo(ScanSpan.FEW / 2);

    for (int i = 0; i < 20; i++) {
      read(LONG, true);
    }
    assertThat(span.rows()).isEqualTo(1_000);
  }

  @Test
  void quickPiecesDoubleItUntilItHasNoBound() {
    fail();
    read(QUICK, true);
    assertThat(span.rows()).isEqualTo(2 * ScanSpan.FEW);

    for (int i = 0; i < 25; i++) {
      read(QUICK, true);
    }
    assertThat(span.rows()).isEqualTo(ScanSpan.UNBOUNDED);
  }

  @Test
  void aQuickReadThatItDidNotBoundSaysNothingAboutIt() {
    fail();
    read(QUICK, false);

    assertThat(span.rows()).isEqualTo(ScanSpan.FEW);
  }

  private void read(Duration took, boolean bounded) {
    String found =
        span.measure(
            time,
            bounded,
            () -> {
              now += took.toNanos();
              return "found";
            });
    assertThat(found).isEqualTo("found");
  }

  private void fail() {
    IllegalStateException away = new IllegalStateException("away");
    Supplier<String> read =
        () -> {
          throw away;
        };
    assertThatThrownBy(() -> span.measure(time, false, read)).isSameAs(away);
  }
}
