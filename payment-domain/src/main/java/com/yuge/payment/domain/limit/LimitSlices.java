package com.yuge.payment.domain.limit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * All slices of a day, ascending by shard. Their caps sum to the day's limit. Paid money always
 * counts, so the use may exceed the limit. Then the first slice holds the excess, and the others
 * have nothing left.
 */
record LimitSlices(List<LimitSlice> slices) {

  /** The amount that may still be used; below zero if the use exceeds the limit. */
  BigDecimal left(BigDecimal perDay) {
    return perDay.subtract(
        slices.stream().map(LimitSlice::used).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  LimitSlices use(int shard, BigDecimal amount) {
    return new LimitSlices(
        slices.stream()
            .map(
                slice ->
                    slice.shard() == shard
                        ? new LimitSlice(shard, slice.cap(), slice.used().add(amount))
                        : slice)
            .toList());
  }

  /**
   * Divides the limit again: the amount that is left is spread evenly over the first {@code
   * shards}.
   */
  LimitSlices cut(BigDecimal perDay, int shards) {
    BigDecimal left = left(perDay);
    BigDecimal even =
        left.max(BigDecimal.ZERO)
            .divide(BigDecimal.valueOf(shards), left.scale(), RoundingMode.DOWN);
    BigDecimal first = left.subtract(even.multiply(BigDecimal.valueOf(shards - 1L)));
    return new LimitSlices(
        slices.stream()
            .map(
                slice ->
                    slice.shard() == 0
                        ? withLeft(slice, first)
                        : withLeft(slice, slice.shard() < shards ? even : BigDecimal.ZERO))
            .toList());
  }

  private static LimitSlice withLeft(LimitSlice slice, BigDecimal left) {
    return new LimitSlice(slice.shard(), slice.used().add(left), slice.used());
  }
}
