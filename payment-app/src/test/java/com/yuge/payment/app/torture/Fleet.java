package com.yuge.payment.app.torture;

import com.yuge.payment.app.torture.Wound.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** The two instances of the service and the consumer. */
record Fleet(Instance first, Instance second, ConsumerChild consumer) implements AutoCloseable {
  /** Steps of a clock, forwards and, where odd, backwards. */
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMillis(500),
          Duration.ofSeconds(7),
          Duration.ofMinutes(1),
          Duration.ofMinutes(15),
          Duration.ofHours(1));

  void awaitReady() {
    first.awaitReady();
    second.awaitReady();
    consumer.awaitReady();
  }

  /** What has ended although nobody killed it. */
  List<String> ended() {
    return Stream.of(first, second)
        .filter(instance -> !instance.isAlive())
        .map(instance -> instance + " has ended by itself")
        .toList();
  }

  /** While something is wrong with one instance, nothing is with the other, unless with both. */
  void addWounds(List<Wound> wounds) {
    Semaphore one = new Semaphore(1);
    addWounds(wounds, one, "instance A", first);
    addWounds(wounds, one, "instance B", second);
    wounds.add(
        new Wound(
            Kind.KILL,
            "both instances",
            one,
            number -> {
              first.kill();
              second.kill();
            },
            () -> {
              CompletableFuture<Void> other = CompletableFuture.runAsync(first::restart);
              second.restart();
              other.join();
            }));
    Semaphore shop = new Semaphore(1);
    wounds.add(
        new Wound(Kind.KILL, "consumer", shop, number -> consumer.kill(), consumer::restart));
    wounds.add(
        new Wound(Kind.HANG, "consumer", shop, number -> consumer.suspend(), consumer::resume));
  }

  private static void addWounds(
      List<Wound> wounds, Semaphore free, String target, Instance instance) {
    wounds.add(new Wound(Kind.KILL, target, free, number -> instance.kill(), instance::restart));
    wounds.add(new Wound(Kind.HANG, target, free, number -> instance.suspend(), instance::resume));
    if (SteppedClock.isThere()) {
      wounds.add(
          new Wound(
              Kind.CLOCK_STEP,
              target,
              free,
              number -> instance.stepClock(step(number)),
              () -> instance.stepClock(Duration.ZERO)));
    }
  }

  static Duration step(int number) {
    Duration step = STEPS.get(number / 2 % STEPS.size());
    return number % 2 == 0 ? step : step.negated();
  }

  @Override
  public void close() {
    first.close();
    second.close();
    consumer.close();
  }
}
