package com.yuge.payment.domain.contracts;

import static com.yuge.payment.domain.fixtures.PayOrderBook.aNonce;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.shared.RateLimit;
import com.yuge.payment.domain.shared.RateLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link RateLimits} holds to. */
public abstract class RateLimitsContract {
  private static final RateLimit THREE_AN_HOUR = new RateLimit("three", 3, Duration.ofHours(1));

  private final String who = aNonce();

  protected abstract RateLimits limits();

  /** Lets so much time go by. */
  protected abstract void pass(Duration time);

  @Test
  void soManyAreTakenAtOnceAndNoMore() {
    takeAll(THREE_AN_HOUR);

    assertThat(limits().take(THREE_AN_HOUR, who))
        .hasValueSatisfying(
            wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(THREE_AN_HOUR.period()));
  }

  @Test
  void nobodyTakesWhatIsAnothers() {
    takeAll(THREE_AN_HOUR);

    assertThat(limits().take(THREE_AN_HOUR, who + "2")).isEmpty();
    assertThat(limits().take(new RateLimit("other", 1, Duration.ofHours(1)), who)).isEmpty();
  }

  @Test
  void aPeriodLaterThereIsMore() {
    RateLimit three = new RateLimit("quick", 3, Duration.ofSeconds(1));
    takeAll(three);

    pass(three.period());

    takeAll(three);
  }

  @Test
  void zeroIsNoLimit() {
    RateLimit none = new RateLimit("none", 0, Duration.ofHours(1));

    for (int i = 0; i < 100; i++) {
      assertThat(limits().take(none, who)).isEmpty();
    }
  }

  private void takeAll(RateLimit limit) {
    for (int i = 0; i < limit.count(); i++) {
      assertThat(limits().take(limit, who)).isEmpty();
    }
  }
}
