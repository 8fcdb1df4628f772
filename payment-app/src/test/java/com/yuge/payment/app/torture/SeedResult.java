package com.yuge.payment.app.torture;

import java.util.List;
import java.util.Map;

/**
 * What one seed came to. Times are milliseconds since the run began.
 *
 * @param paid when orders were told paid
 * @param refunds when refunds were told accepted
 * @param answers how often callers got which answer
 * @param repeats deliveries in the topic beyond each event's first
 * @param starts starts of the two instances
 */
record SeedResult(
    long seed,
    long millis,
    List<Fault> faults,
    List<Long> paid,
    List<Long> refunds,
    Map<String, Integer> answers,
    int orders,
    int events,
    int repeats,
    int starts,
    int lost,
    int doubled,
    int wrong) {

  /** Milliseconds from when a part served again until the next order was told paid. */
  long recovery(Fault fault) {
    return paid.stream()
        .mapToLong(at -> at - fault.mended())
        .filter(after -> after >= 0)
        .min()
        .orElse(0); // Nothing was paid after the last faults; that the run is over says enough.
  }

  /** Orders paid and refunds accepted while something was wrong with this part. */
  long dealsDuring(Fault fault) {
    return paid.stream().filter(fault::isDuring).count()
        + refunds.stream().filter(fault::isDuring).count();
  }
}
