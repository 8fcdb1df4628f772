package com.yuge.payment.domain.simulation.actors;

import com.yuge.payment.domain.order.FinalPayOrderCache;
import com.yuge.payment.domain.order.PayOrderDetails;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.simulation.actors.Odds.Trouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link FinalPayOrderCache} in a Redis that loses questions, copies and drops; copies expire. */
public final class ForgetfulCopies implements FinalPayOrderCache {
  /** A copy is no older than that. */
  public static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

  private final Map<PayNo, Entry> entries = new HashMap<>();
  private final Surroundings surroundings;

  /** A copy, or the mark of a drop, and when it ends, in microseconds. */
  private record Entry(Optional<PayOrderDetails> copy, long end) {}

  ForgetfulCopies(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Optional<PayOrderDetails> find(PayNo payNo) {
    return forgets() ? Optional.empty() : living(payNo).flatMap(Entry::copy);
  }

  @Override
  public void put(PayOrderDetails details) {
    PayNo payNo = details.order().payNo();
    if (!forgets() && living(payNo).isEmpty()) {
      entries.put(payNo, new Entry(Optional.of(details), now() + micros(TIME_TO_LIVE)));
    }
  }

  @Override
  public void drop(PayNo payNo) {
    if (!forgets()) {
      entries.put(payNo, new Entry(Optional.empty(), now() + micros(LONGEST_READ)));
    }
  }

  private Optional<Entry> living(PayNo payNo) {
    return Optional.ofNullable(entries.get(payNo)).filter(entry -> entry.end() > now());
  }

  private long now() {
    return surroundings.scheduler().now();
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }

  private boolean forgets() {
    return surroundings.strikes(Trouble.REDIS_FORGETS);
  }
}
