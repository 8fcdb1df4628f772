package com.yuge.payment.app.proof;

import com.yuge.payment.app.proof.SendLog.Call;
import java.time.Duration;
import java.util.List;

/** How often a relay may call while nothing goes through, by its pauses. */
final class CallBudget {
  /** Pauses double, and chance cuts each by up to a half. */
  private static final Duration SHORTEST = Duration.ofMillis(100).dividedBy(2);

  private static final Duration LONGEST = ProofScale.LONGEST_PAUSE.dividedBy(2);

  /**
   * One partition at a time tries a broker that is away; chance cuts its pauses by up to a half.
   */
  private static final Duration TRIES = Duration.ofMillis(500).dividedBy(2);

  private static final int PARTITIONS = 16;

  /** A batch of 200 that is refused as a whole is halved so often, without a pause. */
  private static final int HALVINGS = 8;

  private CallBudget() {}

  /** Calls of one partition within a time, at most. */
  private static int calls(Duration time) {
    Duration pause = SHORTEST;
    Duration passed = Duration.ZERO;
    int calls = 1;
    while (passed.compareTo(time) <= 0) {
      passed = passed.plus(pause);
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
      calls++;
    }
    return calls;
  }

  private static int tries(Duration time) {
    return Math.toIntExact(time.dividedBy(TRIES));
  }

  static int calls(List<Call> failures) {
    return failures.isEmpty()
        ? 0
        : PARTITIONS * (calls(span(failures)) + HALVINGS) + tries(span(failures));
  }

  static Duration span(List<Call> failures) {
    long begin = failures.stream().mapToLong(Call::begin).min().orElseThrow();
    long end = failures.stream().mapToLong(Call::end).max().orElseThrow();
    return Duration.ofNanos(end - begin);
  }
}
