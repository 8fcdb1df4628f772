package com.yuge.payment.out.redis;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.Collectors;

/** A hint in its published form: the sender, a space, and the partitions, separated by commas. */
record Hint(String sender, BitSet partitions) {
  /** Far above the number of any partition. */
  private static final int MOST_PARTITION = 9_999;

  private static final int LONGEST = 4_096;

  String text() {
    return sender
        + " "
        + partitions.stream().mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  /** Returns empty for any other text. */
  static Optional<Hint> parse(String text) {
    int space = text.indexOf(' ');
    if (space < 0 || text.length() > LONGEST) {
      return Optional.empty();
    }
    BitSet partitions = new BitSet();
    try {
      for (String number : text.substring(space + 1).split(",", -1)) {
        int partition = Integer.parseInt(number);
        if (partition < 0 || partition > MOST_PARTITION) {
          return Optional.empty();
        }
        partitions.set(partition);
      }
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    return Optional.of(new Hint(text.substring(0, space), partitions));
  }
}
