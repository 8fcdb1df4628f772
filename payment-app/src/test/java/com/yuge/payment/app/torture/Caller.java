package com.yuge.payment.app.torture;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import com.yuge.payment.app.e2e.RefundApi;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/** Callers who repeat what failed, at one instance after the other, as the API's errors tell. */
final class Caller {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
  private static final Set<Integer> TO_BE_REPEATED = Set.of(429, 500, 502, 503);

  private final List<PaymentApi> apis;
  private final AtomicInteger turn = new AtomicInteger();
  private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();

  Caller(List<PaymentApi> apis) {
    this.apis = apis;
  }

  /** Repeats the call until its answer is one that a repeat would not change. */
  Answer insist(Function<PaymentApi, Answer> call) {
    long start = System.nanoTime();
    String last = "never called";
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      try {
        Answer answer = call.apply(next());
        count("HTTP " + answer.http());
        if (!TO_BE_REPEATED.contains(answer.http())) {
          return answer;
        }
        last = answer.toString();
      } catch (AssertionError e) {
        if (!(e.getCause() instanceof IOException)) {
          throw e;
        }
        count("no answer");
        last = e.getCause().toString();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new IllegalStateException("no answer in %s, at last %s".formatted(PATIENCE, last));
  }

  /** The same for refunds. */
  Answer insistOnRefund(Function<RefundApi, Answer> call) {
    return insist(api -> call.apply(new RefundApi(api)));
  }

  /** What somebody does at the channel, which may be away too. */
  static <T> T insistAtChannel(Supplier<T> deed) {
    long start = System.nanoTime();
    while (true) {
      try {
        return deed.get();
      } catch (IllegalStateException e) {
        boolean away = e.getCause() instanceof IOException;
        if (!away || System.nanoTime() - start > PATIENCE.toNanos()) {
          throw e;
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private PaymentApi next() {
    return apis.get(Math.floorMod(turn.getAndIncrement(), apis.size()));
  }

  private void count(String answer) {
    answers.merge(answer, 1, Integer::sum);
  }

  /** How many answers of each kind there were. */
  Map<String, Integer> answers() {
    return Map.copyOf(answers);
  }
}
