package com.yuge.payment.domain.reconcile;

import static com.yuge.payment.domain.fixtures.PayOrderBook.NOW;
import static com.yuge.payment.domain.fixtures.PayOrderBook.aPayOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.order.PayOrder;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order that is made at minute 0 and expires at minute 30. */
class CheckBackoffTest {
  private final PayOrder order = aPayOrder();

  @ParameterizedTest
  @CsvSource({
    "0, 300", "5, 300", "10, 600", "14, 840", "20, 600",
        "29, 60", // doubling, the expiry not missed
    "30, 300", "32, 300", "40, 600", "50, 1200", "90, 1800", "5000, 1800" // and anew after it
  })
  void pausesDoubleAndTheExpiryIsNotMissed(long minute, long pauseInSeconds) {
    CheckBackoff backoff =
        new CheckBackoff(Duration.ofMinutes(5), Duration.ofMinutes(30), () -> 0.0);

    assertThat(backoff.after(order, NOW.plus(Duration.ofMinutes(minute))))
        .isEqualTo(Duration.ofSeconds(pauseInSeconds));
  }

  @ParameterizedTest
  @CsvSource({"0.0, 300000", "0.5, 262500", "0.9999999, 225000"})
  void aPauseIsCutByUpToAQuarter(double jitter, long millis) {
    CheckBackoff backoff =
        new CheckBackoff(Duration.ofMinutes(5), Duration.ofMinutes(30), () -> jitter);

    assertThat(backoff.after(order, NOW))
        .isCloseTo(Duration.ofMillis(millis), Duration.ofMillis(1));
  }

  @ParameterizedTest
  @CsvSource({"1, 1000", "999, 1000", "1500, 1500"})
  void aCheckJustBeforeTheExpiryIsNotRepeatedInATightLoop(long millisLeft, long pauseInMillis) {
    CheckBackoff backoff =
        new CheckBackoff(Duration.ofMinutes(5), Duration.ofMinutes(30), () -> 0.0);

    assertThat(backoff.after(order, order.expireAt().minusMillis(millisLeft)))
        .isEqualTo(Duration.ofMillis(pauseInMillis));
  }
}
