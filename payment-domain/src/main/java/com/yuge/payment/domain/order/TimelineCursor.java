package com.yuge.payment.domain.order;

import com.yuge.payment.domain.shared.Grammar;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The position where a page of an order's timeline ends; older entries have lower numbers. Each of
 * the three records has its own numbers. So entries that are added later never shift a page and
 * never appear on an older page.
 */
public record TimelineCursor(long callback, long audit, long event) {
  public static final Grammar GRAMMAR =
      Grammar.of("before", "timeline-cursor", "[0-9]{1,18}\\.[0-9]{1,18}\\.[0-9]{1,18}");

  private static final long LAST = 999_999_999_999_999_999L;

  public static final TimelineCursor NEWEST = new TimelineCursor(LAST, LAST, LAST);

  /**
   * Parses the text that {@link #toString} writes.
   *
   * @throws com.yuge.payment.domain.shared.InvalidValue if the text has another form
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
