package com.yuge.payment.domain.outbox.relay;

import java.util.List;
import java.util.Map;

/**
 * What happened since the relay's last run.
 *
 * @param committed the lowest row that was committed to each partition with new events
 */
public record RelaySignals(Map<Integer, Long> committed, List<BatchResult> results) {
  public static RelaySignals none() {
    return new RelaySignals(Map.of(), List.of());
  }
}
