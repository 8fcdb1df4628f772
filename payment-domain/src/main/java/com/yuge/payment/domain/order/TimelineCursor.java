package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.Grammar;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Where a page of an order's timeline ends: what is older has lower numbers. Each of the three
 * records has numbers of its own, so what is added later never shifts a page, nor comes to stand on
 * an older one.
 */
public record TimelineCursor(long callback, long audit, long event) {
  public static final Grammar GRAMMAR =
      Grammar.of("before", "timeline-cursor", "[0-9]{1,18}\\.[0-9]{1,18}\\.[0-9]{1,18}");

  private static final long LAST = 999_999_999_999_999_999L;

  public static final TimelineCursor NEWEST = new TimelineCursor(LAST, LAST, LAST);

  /**
   * As {@link #toString} wrote it.
   *
   * @throws com.yuge.payment.domain.shared.InvalidValue if it did not
   */
  public static TimelineCursor of(String text) {
    GRAMMAR.check(text);
    long[] numbers = Arrays.stream(text.split("\\.", -1)).mapToLong(Long::parseLong).toArray();
    return new TimelineCursor(numbers[0], numbers[1], numbers[2]);
  }

  @Override
  public String toString() {
    return String.join(
        ".", LongStream.of(callback, audit, event).mapToObj(Long::toString).toList());
  }
}
