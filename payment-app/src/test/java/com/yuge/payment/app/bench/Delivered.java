package com.yuge.payment.app.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What came against what should have come. */
record Delivered(long missing, long unknown, long duplicates) {
  static Delivered compare(List<String> came, Set<String> expected) {
    Set<String> distinct = new HashSet<>(came);
    Set<String> missing = new HashSet<>(expected);
    missing.removeAll(distinct);
    Set<String> unknown = new HashSet<>(distinct);
    unknown.removeAll(expected);
    return new Delivered(missing.size(), unknown.size(), came.size() - distinct.size());
  }

  /** Nothing was killed, stopped or taken over: even a duplicate has no excuse. */
  void require(String what, Results results) {
    if (missing + unknown + duplicates > 0) {
      results.problem(what + ": " + this);
    }
  }
}
