package com.yuge.payment.domain.relay;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * What the relay reads time and chance from.
 *
 * @param nanos a monotonic clock of this instance, in nanoseconds from anywhere
 * @param jitter numbers from 0 to below 1
 */
public record RelayTime(LongSupplier nanos, DoubleSupplier jitter) {
  long read() {
    return nanos.getAsLong();
  }
}
