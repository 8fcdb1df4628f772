package com.yuge.payment.domain.limit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * All slices of a day, ascending by shard. Their caps sum to the day's limit. More than the limit
 * may be used, because money that is paid counts in any case; then the first slice has the debt,
 * and the others have nothing left.
 */
record LimitSlices(List<LimitSlice> slices) {

  /** What may still be used; below zero if too much is used. */
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

  /** Cuts the limit anew: what is left is spread evenly over the first {@code shards}. */
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
