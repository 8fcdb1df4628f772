package com.yuge.payment.app.bench.trace;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** When what happened to each event, by this JVM's monotonic clock; noted by many threads. */
final class Moments {
  private final Map<Moment, AtomicLongArray> times = new EnumMap<>(Moment.class);
  private final int count;

  Moments(int count) {
    this.count = count;
    for (Moment moment : Moment.values()) {
      times.put(moment, new AtomicLongArray(count));
    }
  }

  int count() {
    return count;
  }

  /** An event may be read more than once before it is sent: the last time counts. */
  void note(Moment moment, int event, long at) {
    array(moment).set(event, at);
  }

  boolean has(Moment moment, int event) {
    return array(moment).get(event) != 0;
  }

  /**
   * Nanoseconds of each moment, up to the consumer's never one before its predecessor. A poll may
   * find what no signal has told: then the signal counts as when it was read.
   */
  Map<Moment, Long> of(int event) {
    Map<Moment, Long> at = new EnumMap<>(Moment.class);
    times.forEach((moment, array) -> at.put(moment, array.get(event)));
    at.merge(Moment.FREE, array(Moment.SIGNALLED).get(event), Math::max);
    long next = array(Moment.RECEIVED).get(event);
    for (Moment moment : Moment.BACK_FROM_CONSUMER) {
      next = at.merge(moment, next, Math::min);
    }
    return at;
  }

  private AtomicLongArray array(Moment moment) {
    AtomicLongArray array = times.get(moment);
    if (array == null) {
      throw new IllegalStateException("no times of " + moment);
    }
    return array;
  }
}
