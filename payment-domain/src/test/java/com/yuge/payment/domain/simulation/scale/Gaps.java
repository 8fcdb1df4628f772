package com.yuge.payment.domain.simulation.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/** How long partitions had no live owner, in microseconds. */
final class Gaps {
  private static final long NONE = -1;

  private final long[] since;
  private final List<Long> ended = new ArrayList<>();

  Gaps(int partitions) {
    since = new long[partitions];
    Arrays.fill(since, NONE);
  }

  /** Looks at all of them; returns whether each has a live owner. */
  boolean look(IntPredicate isHeld, long now) {
    boolean all = true;
    for (int partition = 0; partition < since.length; partition++) {
      boolean held = isHeld.test(partition);
      all &= held;
      if (!held && since[partition] == NONE) {
        since[partition] = now;
      } else if (held && since[partition] != NONE) {
        ended.add(now - since[partition]);
        since[partition] = NONE;
      }
    }
    return all;
  }

  long median() {
    Collections.sort(ended);
    return ended.isEmpty() ? 0 : ended.get(ended.size() / 2);
  }

  long longest() {
    return ended.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  void forget() {
    ended.clear();
  }
}
