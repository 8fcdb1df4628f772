package com.yuge.payment.app.torture;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** How often each value is there. */
record Tally<T extends Comparable<T>>(Map<T, Integer> counts) {
  static <T extends Comparable<T>> Tally<T> of(Collection<T> values) {
    Map<T, Integer> counts = new TreeMap<>();
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
    return new Tally<>(counts);
  }

  int times(T value) {
    return counts.getOrDefault(value, 0);
  }

  void forEach(BiConsumer<T, Integer> action) {
    counts.forEach(action);
  }

  /** How many are there beyond the first of each. */
  int repeats() {
    return counts.values().stream().mapToInt(times -> times - 1).sum();
  }
}
