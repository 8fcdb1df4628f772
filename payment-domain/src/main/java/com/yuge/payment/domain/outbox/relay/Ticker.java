package com.yuge.payment.domain.outbox.relay;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The relay's clock and its random numbers.
 *
 * @param nanos a monotonic clock of this instance, in nanoseconds from any start
 * @param jitter numbers from 0 to below 1
 */
public record Ticker(LongSupplier nanos, DoubleSupplier jitter) {
  long read() {
    return nanos.getAsLong();
  }
}
