package com.yuge.payment.app.bench.peers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the topic holds against what it should hold.
 *
 * @param disordered events that follow a later one of their order, or lie in another queue
 */
record Arrived(int missing, int unknown, int doubled, int disordered) {
  static Arrived compare(List<List<String>> queues, Set<String> expected) {
    List<String> all = queues.stream().flatMap(List::stream).toList();
    Set<String> distinct = new HashSet<>(all);
    int unknown = (int) distinct.stream().filter(id -> !expected.contains(id)).count();
    int missing = expected.size() - (distinct.size() - unknown);
    return new Arrived(missing, unknown, all.size() - distinct.size(), disordered(queues));
  }

  // What comes a second time is a copy, and says nothing of the order.
  private static int disordered(List<List<String>> queues) {
    record Last(int queue, int version) {}
    Map<String, Last> last = new HashMap<>();
    Set<String> seen = new HashSet<>();
    int disordered = 0;
    for (int queue = 0; queue < queues.size(); queue++) {
      for (String id : queues.get(queue)) {
        if (seen.add(id)) {
          int dash = id.lastIndexOf('-');
          Last now = new Last(queue, Integer.parseInt(id.substring(dash + 1)));
          Last before = last.put(id.substring(0, dash), now);
          if (before != null && (before.queue() != queue || before.version() > now.version())) {
            disordered++;
          }
        }
      }
    }
    return disordered;
  }

  /** Twice may come only what was sent again after trouble. */
  boolean isRightFor(Peer peer) {
    return missing + unknown == 0
        && (doubled == 0 || peer.hadTrouble())
        && (disordered == 0 || !peer.keepsOrder());
  }
}
