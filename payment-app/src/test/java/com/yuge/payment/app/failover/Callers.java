package com.yuge.payment.app.failover;

import static org.awaitility.Awaitility.await;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Callers who repeat a call, at any instance, until it is done.
 *
 * @param instances may change meanwhile
 * @param repeated how many calls had no answer, or one that asks for a repeat
 */
record Callers(List<PaymentApi> instances, AtomicInteger repeated) {
  static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Duration PAUSE = Duration.ofMillis(50);

  /** The database or the channel is away or busy. */
  private static final Set<Integer> TO_BE_REPEATED = Set.of(502, 503);

  Answer insist(Function<PaymentApi, Answer> call) {
    return insist(call, answer -> true);
  }

  Answer insist(Function<PaymentApi, Answer> call, Predicate<Answer> isDone) {
    return await()
        .pollDelay(Duration.ZERO)
        .pollInterval(PAUSE)
        .atMost(PATIENCE)
        .until(() -> once(call).filter(isDone), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<Answer> once(Function<PaymentApi, Answer> call) {
    try {
      Answer answer = call.apply(instances.get(ThreadLocalRandom.current().nextInt(2)));
      if (answer.http() == 200) {
        return Optional.of(answer);
      }
      if (!TO_BE_REPEATED.contains(answer.http())) {
        throw new IllegalStateException("neither done nor to be repeated: " + answer);
      }
    } catch (AssertionError noAnswer) {
      if (!String.valueOf(noAnswer.getMessage()).startsWith("no answer")) {
        throw noAnswer;
      }
    }
    int unused = repeated.incrementAndGet();
    return Optional.empty();
  }
}
