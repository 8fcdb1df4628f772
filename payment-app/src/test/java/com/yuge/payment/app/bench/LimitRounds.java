package com.yuge.payment.app.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The rounds of one kind: payments a second in each, and the deadlocks of all. */
final class LimitRounds {
  private final List<Double> rates = new ArrayList<>();
  private long deadlocks;

  void add(double rate, long itsDeadlocks) {
    rates.add(rate);
    deadlocks += itsDeadlocks;
  }

  long deadlocks() {
    return deadlocks;
  }

  /** A line of the table, beside the same rounds of another kind. */
  String row(String name, LimitRounds other) {
    List<Double> ratios =
        IntStream.range(0, rates.size())
            .mapToObj(round -> rates.get(round) / other.rates.get(round))
            .toList();
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f to %.0f | %.2f | %.2f to %.2f | %d |\n",
        name,
        Median.of(rates),
        Collections.min(rates),
        Collections.max(rates),
        Median.of(ratios),
        Collections.min(ratios),
        Collections.max(ratios),
        deadlocks);
  }
}
