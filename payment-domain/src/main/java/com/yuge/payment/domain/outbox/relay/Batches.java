package com.yuge.payment.domain.outbox.relay;

import java.util.List;

/** Decides how many events of a partition's head go into one batch. */
final class Batches {
  private Batches() {}

  /**
   * Returns as many of the first events as fit, but at least one: the first must not be skipped.
   */
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

  // Each half of a surrogate pair counts as 2 bytes, because the pair has 4.
  private static int utf8Length(String text) {
    return text.chars().map(c -> c < 0x80 ? 1 : c < 0x800 || isSurrogate(c) ? 2 : 3).sum();
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
