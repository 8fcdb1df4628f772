package com.yuge.payment.out.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** How much of a partition's head goes into one batch. */
final class Batches {
  private Batches() {}

  /** As many of the first events as fit, but at least one: an order must not skip its head. */
  static List<PendingEvent> fitting(List<PendingEvent> head, int bytes) {
    int left = bytes;
    int count = 0;
    for (PendingEvent event : head) {
      left -= event.payload().getBytes(StandardCharsets.UTF_8).length;
      if (left < 0 && count > 0) {
        break;
      }
      count++;
    }
    return List.copyOf(head.subList(0, count));
  }
}
