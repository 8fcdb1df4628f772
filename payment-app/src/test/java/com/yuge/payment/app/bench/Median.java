package com.yuge.payment.app.bench;

import java.util.List;

/** The middle of several rounds: the machine's moods are not ours. */
final class Median {
  private Median() {}

  static double of(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
