package com.yuge.payment.app.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.common.message.MessageQueue;

/** What came against what should have come. */
public record Delivered(int missing, int unknown, int duplicates) {
  public static Delivered compare(List<String> came, Set<String> expected) {
    Set<String> distinct = new HashSet<>(came);
    Set<String> missing = new HashSet<>(expected);
    missing.removeAll(distinct);
    Set<String> unknown = new HashSet<>(distinct);
    unknown.removeAll(expected);
    return new Delivered(missing.size(), unknown.size(), came.size() - distinct.size());
  }

  /** Reads what has come since then, once all that is expected can be there. */
  public static Delivered since(Map<MessageQueue, Long> begin, Set<String> expected, Bench bench) {
    return compare(bench.topic().idsSince(begin, expected.size()), expected);
  }

  /** Nothing may be lost; twice may come only what was sent again after trouble. */
  public void require(String what, Bench bench, Results results) {
    boolean excused = missing + unknown == 0 && bench.trouble().wasThere();
    if (duplicates > 0 && excused) {
      results.figure(
          "duplicates",
          what,
          (double) duplicates,
          "events",
          "sent again after trouble, which is logged");
    } else if (missing + unknown + duplicates > 0) {
      results.problem(what + ": " + this);
    }
  }
}
