package com.yuge.payment.app.bench;

import java.util.List;

/** The middle of several rounds: the machine's moods are not ours. */
public final class Median {
  private Median() {}

  public static double of(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
