package com.yuge.payment.app.torture;

import com.yuge.payment.app.proof.RefundPlan;
import com.yuge.payment.app.torture.Purchase.Plan;
import com.yuge.payment.channelfakes.mock.MockChannelClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Shops that begin orders at a steady pace until they are told to stop. */
final class Shops {
  private static final int SHOPS = 12;
  private static final Duration PACE = Duration.ofMillis(900);
  private static final long END_SECONDS = 600;

  private static final List<Plan> PLANS =
      List.of(
          Plan.PAID,
          Plan.PAID,
          Plan.PAID,
          Plan.PAID,
          Plan.FOUND,
          Plan.FOUND,
          Plan.LEFT,
          Plan.LATE,
          Plan.LATE_CANCELLED,
          Plan.REFUNDED,
          Plan.REFUNDED,
          Plan.REFUNDED);

  private final Caller caller;
  private final MockChannelClient channel;
  private final Supplier<Duration> clock;
  private final ExecutorService threads = Executors.newFixedThreadPool(SHOPS);
  private final List<Future<?>> running = new ArrayList<>();
  private final Queue<Purchase> purchases = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;

  Shops(Caller caller, MockChannelClient channel, Supplier<Duration> clock) {
    this.caller = caller;
    this.channel = channel;
    this.clock = clock;
  }

  void open(long seed) {
    for (int shop = 0; shop < SHOPS; shop++) {
      int number = shop;
      running.add(threads.submit(() -> trade(seed, number)));
    }
  }

  private void trade(long seed, int shop) {
    SplittableRandom random = new SplittableRandom(seed * SHOPS + shop);
    Shop life = new Shop(caller, channel, clock);
    for (int order = 0; !ended; order++) {
      long start = System.nanoTime();
      String orderNo = "T%d-%d-%d".formatted(seed, shop, order);
      Purchase purchase =
          new Purchase(orderNo, PLANS.get(random.nextInt(PLANS.size())), clock.get());
      purchases.add(purchase);
      RefundPlan[] refunds = RefundPlan.values();
      try {
        life.live(purchase, refunds[random.nextInt(refunds.length)]);
      } catch (RuntimeException | AssertionError e) {
        throw new IllegalStateException("in %s %s".formatted(orderNo, purchase.payNo), e);
      }
      LockSupport.parkNanos(start + PACE.toNanos() - System.nanoTime());
    }
  }

  List<Purchase> purchases() {
    return List.copyOf(purchases);
  }

  long paid() {
    return purchases.stream().filter(Purchase::wasToldPaid).count();
  }

  /** Returns what went wrong in shops, after the last order. */
  List<String> close() {
    ended = true;
    threads.shutdown();
    List<String> failures = new ArrayList<>();
    for (Future<?> one : running) {
      try {
        Object unused = one.get(END_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        failures.add(reasons(e));
      } catch (TimeoutException e) {
        failures.add("a shop does not end in %d s".formatted(END_SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return failures;
  }

  private static String reasons(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.toString() : reasons(cause) + ", in " + failure.getMessage();
  }
}
