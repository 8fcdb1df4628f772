package com.yuge.payment.devstack;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Reports how long a start took. */
final class Timed {
  private Timed() {}

  static <T> T start(StackFolder folder, String name, Supplier<T> start, ToIntFunction<T> port) {
    long begin = System.nanoTime();
    T started = start.get();
    double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    folder.report(
        String.format(
            Locale.ROOT,
            "%s ready in %.1f s on 127.0.0.1:%d",
            name,
            seconds,
            port.applyAsInt(started)));
    return started;
  }
}
