package com.yuge.payment.domain.outbox.relay;

import java.util.List;

/** How much of a partition's head goes into one batch. */
final class Batches {
  private Batches() {}

  /** As many of the first events as fit, but at least one: an order must not skip its head. */
  static List<PendingEvent> fitting(List<PendingEvent> head, int limit, int bytes) {
    int left = bytes;
    int count = 0;
    for (PendingEvent event : head) {
      left -= utf8Length(event.payload());
      if (count == limit || (left < 0 && count > 0)) {
        break;
      }
      count++;
    }
    return List.copyOf(head.subList(0, count));
  }

  // Each half of a surrogate pair counts 2: together they are 4 bytes.
  private static int utf8Length(String text) {
    return text.chars().map(c -> c < 0x80 ? 1 : c < 0x800 || isSurrogate(c) ? 2 : 3).sum();
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
