package com.yuge.payment.domain.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScanSpanTest {
  private static final long QUICK = Duration.ofMillis(20).toNanos();
  private static final long LONG = Duration.ofMillis(1_100).toNanos();

  private final ScanSpan span = new ScanSpan(ScanSpan.UNBOUNDED);

  @Test
  void aReadThatFailedIsFollowedByOneThatIsSurelyQuick() {
    span.tooMuch();

    assertThat(span.rows()).isEqualTo(ScanSpan.FEW);
  }

  @Test
  void aReadThatTookLongHalvesItDownToALeast() {
    span.took(LONG, false);
    span.took(LONG, true);
    assertThat(span.rows()).isEqualTo(ScanSpan.FEW / 2);

    for (int i = 0; i < 20; i++) {
      span.took(LONG, true);
    }
    assertThat(span.rows()).isEqualTo(1_000);
  }

  @Test
  void quickPiecesDoubleItUntilItHasNoBound() {
    span.tooMuch();
    span.took(QUICK, true);
    assertThat(span.rows()).isEqualTo(2 * ScanSpan.FEW);

    for (int i = 0; i < 25; i++) {
      span.took(QUICK, true);
    }
    assertThat(span.rows()).isEqualTo(ScanSpan.UNBOUNDED);
  }

  @Test
  void aQuickReadThatItDidNotBoundSaysNothingAboutIt() {
    span.tooMuch();
    span.took(QUICK, false);

    assertThat(span.rows()).isEqualTo(ScanSpan.FEW);
  }
}
