package com.yuge.payment.app.bench;

import java.time.Duration;

/** How long something took, and what processors it kept busy. */
public record Timing(Duration took, Cpu cpu) {
  public static Timing of(Runnable work) {
    Cpu before = Cpu.now();
    long begin = System.nanoTime();
    work.run();
    return new Timing(Duration.ofNanos(System.nanoTime() - begin), Cpu.now().since(before));
  }

  public double perSecond(long count) {
    return count * 1e9 / took.toNanos();
  }
}
