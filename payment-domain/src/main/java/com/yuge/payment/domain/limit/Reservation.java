package com.yuge.payment.domain.limit;

import java.time.LocalDate;
import java.util.Map;

/**
 * The day and the slices in which an order's amount counts.
 *
 * @param day the day of the shop's time zone on which it was reserved or paid
 * @param shards the slice for each scope that has a limit; not empty
 */
public record Reservation(LocalDate day, Map<LimitScope, Integer> shards) {
  public Reservation {
    shards = Map.copyOf(shards);
    if (shards.isEmpty()) {
      throw new IllegalArgumentException("a reservation is in a slice");
    }
  }
}
