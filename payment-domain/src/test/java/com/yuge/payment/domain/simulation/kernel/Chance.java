package com.yuge.payment.domain.simulation.kernel;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** The world's only source of chance. */
public final class Chance {
  private final SplittableRandom random;

  public Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** True once in so many times; never for 0. */
  public boolean oneIn(int times) {
    return times > 0 && random.nextInt(times) == 0;
  }

  /** From 0 to below the bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  public long any() {
    return random.nextLong();
  }

  public double fraction() {
    return random.nextDouble();
  }

  public <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Between nothing and that, each as likely as any other. */
  Duration within(Duration most) {
    return Duration.ofNanos(1_000 * random.nextLong(most.toNanos() / 1_000));
  }

  /** Between nothing and that, each order of magnitude as likely as any other. */
  public Duration upTo(Duration most) {
    long micros = most.toNanos() / 1_000;
    int bits = random.nextInt(Long.SIZE - Long.numberOfLeadingZeros(micros) + 1);
    return Duration.ofNanos(1_000 * Math.min(micros, random.nextLong(1L << bits)));
  }
}
