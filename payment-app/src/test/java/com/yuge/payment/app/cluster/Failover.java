package com.yuge.payment.app.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What one failover took, from the moment at which the master died or hung.
 *
 * @param elected until the controllers had another master
 * @param first until the first batch of the group's partitions was stored
 * @param all until each of the group's partitions had one stored
 * @param back from the broker's restart until it was in sync
 * @param gap the longest time in which a consumer heard nothing of the group
 * @param repeated messages that came to the consumer again
 */
record Failover(
    String what,
    Duration elected,
    Duration first,
    Duration all,
    Duration back,
    Duration gap,
    int repeated) {
  static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-22s %9s %9s %9s %9s %9s %9s",
          "seconds",
          "elected",
          "first",
          "all",
          "in sync",
          "gap",
          "repeated");

  String line() {
    return String.format(
        Locale.ROOT,
        "%-22s %9.1f %9.1f %9.1f %9.1f %9.1f %9d",
        what,
        seconds(elected),
        seconds(first),
        seconds(all),
        seconds(back),
        seconds(gap),
        repeated);
  }

  static void tell(List<Failover> failovers) {
    if (failovers.isEmpty()) {
      return;
    }
    System.out.println(HEAD);
    failovers.forEach(one -> System.out.println(one.line()));
    System.out.println("median, most: " + median(failovers.stream().map(Failover::all).toList()));
  }

  private static String median(Collection<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "all partitions flow again after %.1f s, %.1f s",
        seconds(sorted.get(sorted.size() / 2)),
        seconds(sorted.get(sorted.size() - 1)));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}
