package com.yuge.payment.domain.relay;

import java.util.List;
import java.util.Map;

/**
 * What the relay was told since the last time.
 *
 * @param committed the lowest row that was committed to each partition that has news
 */
public record Mail(Map<Integer, Long> committed, List<Delivery> delivered) {
  public static Mail none() {
    return new Mail(Map.of(), List.of());
  }
}
