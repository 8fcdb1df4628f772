package com.yuge.payment.app.sentinel;

import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.PaymentApi.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Callers of all instances, who are to notice nothing of Redis. */
final class CachedCalls implements AutoCloseable {
  private static final long END_SECONDS = 60;
  private static final int KEPT = 50;

  private final List<PaymentApi> instances;
  private final ExecutorService threads;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicLong oldestNanos = new AtomicLong();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;

  /** A final order, and since when this reader has seen its second payment. */
  private record Seen(String payNo, long atNanos) {}

  CachedCalls(List<PaymentApi> instances, int threads) {
    this.instances = instances;
    this.threads = Executors.newFixedThreadPool(threads);
    for (int n = 0; n < threads; n++) {
      Random random = new Random(n);
      this.threads.execute(() -> callUntilEnded(random));
    }
  }

  int calls() {
    return calls.get();
  }

  /** Answers that were not as expected. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** For how long at most a reader was shown less of a final order than it had seen before. */
  Duration oldest() {
    return Duration.ofNanos(oldestNanos.get());
  }

  private void callUntilEnded(Random random) {
    List<Seen> seen = new ArrayList<>();
    while (!ended) {
      try {
        seen.add(paidTwice(random));
        readAgain(seen, random);
      } catch (AssertionError | RuntimeException failed) {
        wrong.add(failed.toString());
      }
      if (seen.size() > KEPT) {
        seen.remove(0);
      }
    }
  }

  /** Its first payment makes the order final; the second one is shown with it from then on. */
  private Seen paidTwice(Random random) {
    String orderNo = UUID.randomUUID().toString().replace("-", "");
    String payNo = ok(any(random).create(orderNo, "7.00")).text("payNo");
    Map<String, String> first = any(random).signedCallback(payNo, "SUCCESS", "A", "nonce-a");
    expect("PROCESSED", any(random).callback(first).text("result"));
    expect("IGNORED", any(random).callback(first).text("result"));
    requireSuccess(payNo, random);
    Map<String, String> second = any(random).signedCallback(payNo, "SUCCESS", "B", "nonce-b");
    Answer unused = ok(any(random).callback(second));
    while (!ended && !requireSuccess(payNo, random)) {
      Thread.onSpinWait(); // A copy from before the second payment lives for a few seconds at most.
    }
    return new Seen(payNo, System.nanoTime());
  }

  private void readAgain(List<Seen> seen, Random random) {
    for (int n = 0; n < instances.size() * 2; n++) {
      Seen order = seen.get(random.nextInt(seen.size()));
      if (!requireSuccess(order.payNo(), random)) {
        long age = System.nanoTime() - order.atNanos();
        long unused = oldestNanos.accumulateAndGet(age, Math::max);
      }
    }
  }

  /** Returns whether the second payment is shown. */
  private boolean requireSuccess(String payNo, Random random) {
    Answer order = ok(any(random).find(payNo));
    expect("SUCCESS", order.text("status"));
    return !order.data().path("unappliedPayments").isEmpty();
  }

  private PaymentApi any(Random random) {
    return instances.get(random.nextInt(instances.size()));
  }

  private Answer ok(Answer answer) {
    int unused = calls.incrementAndGet();
    expect("200", Integer.toString(answer.http()));
    return answer;
  }

  private void expect(String right, String was) {
    if (!was.equals(right)) {
      throw new AssertionError("expected " + right + ", was " + was);
    }
  }

  @Override
  public void close() {
    ended = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a caller did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
