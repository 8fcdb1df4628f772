package com.yuge.payment.out.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What happens when, by our clock. */
final class Agenda {
  private final Clocks clocks;
  private final TreeMap<Instant, List<Entry>> entries = new TreeMap<>();

  private record Entry(Duration ahead, Runnable happens) {}

  Agenda(Clocks clocks) {
    this.clocks = clocks;
  }

  void at(Instant when, Runnable happens) {
    at(when, Duration.ZERO, happens);
  }

  /** While the channels' clocks are ahead of ours. */
  void at(Instant when, Duration ahead, Runnable happens) {
    entries.computeIfAbsent(when, key -> new ArrayList<>()).add(new Entry(ahead, happens));
  }

  /** Everything happens, one after the other. */
  void run() {
    while (!entries.isEmpty()) {
      var next = entries.pollFirstEntry();
      for (Entry entry : next.getValue()) {
        clocks.set(next.getKey(), entry.ahead());
        entry.happens().run();
      }
    }
  }
}
