package com.yuge.payment.orderservice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The ways in which the steps of two, A and B, can follow one another: AABAB and so on. */
final class Interleavings {
  private Interleavings() {}

  /** Makes the steps in an order, and returns those that there was a choice about. */
  interface Run {
    String of(String steps) throws Exception;
  }

  /** Runs all that differ. Once a step is locked out there is no choice left. */
  static void forEach(int stepsOfA, int stepsOfB, Run run) throws Exception {
    List<String> left = new ArrayList<>(from("", stepsOfA, stepsOfB).toList());
    while (!left.isEmpty()) {
      String done = run.of(left.get(0));
      left.removeIf(steps -> steps.startsWith(done));
    }
  }

  private static Stream<String> from(String begun, int stepsOfA, int stepsOfB) {
    if (stepsOfA == 0 && stepsOfB == 0) {
      return Stream.of(begun);
    }
    return Stream.concat(
        stepsOfA == 0 ? Stream.empty() : from(begun + "A", stepsOfA - 1, stepsOfB),
        stepsOfB == 0 ? Stream.empty() : from(begun + "B", stepsOfA, stepsOfB - 1));
  }

  /** The steps in this order; when one is locked out, the other side ends first. */
  static String run(String steps, SteppedThread<?> a, SteppedThread<?> b) throws Exception {
    for (int i = 0; i < steps.length(); i++) {
      SteppedThread<?> next = steps.charAt(i) == 'A' ? a : b;
      if (!next.step()) {
        (next == a ? b : a).finish();
        next.finish();
        return steps.substring(0, i + 1);
      }
    }
    a.finish();
    b.finish();
    return steps;
  }
}
