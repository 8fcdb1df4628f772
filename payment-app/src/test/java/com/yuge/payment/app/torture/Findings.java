package com.yuge.payment.app.torture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the comparison of the books found; nothing is to be found. */
final class Findings {
  private final List<String> lost = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  /** Something that should be there is not. */
  void lost(String what) {
    lost.add("lost: " + what);
  }

  /** Something that should be there once is there more often. */
  void doubled(String what) {
    doubled.add("doubled: " + what);
  }

  /** Anything else, such as events out of order. */
  void wrong(String what) {
    wrong.add("wrong: " + what);
  }

  /** Compares what should be there once with what is there. */
  void compare(String what, Collection<String> expected, Collection<String> found) {
    Tally<String> wanted = Tally.of(expected);
    Tally<String> got = Tally.of(found);
    wanted.forEach((one, times) -> report(what + " " + one, times, got.times(one)));
    got.forEach(
        (one, times) -> {
          if (wanted.times(one) == 0) {
            doubled("%s %s, which nobody expects".formatted(what, one));
          }
        });
  }

  private void report(String what, int wanted, int got) {
    if (got < wanted) {
      lost("%s: %d instead of %d".formatted(what, got, wanted));
    } else if (got > wanted) {
      doubled("%s: %d instead of %d".formatted(what, got, wanted));
    }
  }

  int lost() {
    return lost.size();
  }

  int doubled() {
    return doubled.size();
  }

  int wrong() {
    return wrong.size();
  }

  List<String> all() {
    List<String> all = new ArrayList<>(lost);
    all.addAll(doubled);
    all.addAll(wrong);
    return all;
  }
}
