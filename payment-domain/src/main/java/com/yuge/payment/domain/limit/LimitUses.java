package com.yuge.payment.domain.limit;

import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What is used of the days' limits. What writes or locks runs only inside a transaction, which
 * keeps its locks until it ends.
 */
public interface LimitUses {
  /**
   * Uses the amount in one slice, if the slices are cut from this limit and the amount fits. Only
   * the first slice is waited for; another one that somebody else has locked is not used.
   *
   * @return false when it did not; then nothing is written, and at most the first slice is locked
   */
  boolean use(LimitDay day, BigDecimal perDay, int shard, Money amount);

  /** Takes back what the same transaction used in a slice; locks nothing more. */
  void undo(LimitDay day, int shard, Money amount);

  /** Locks all slices of the day, ascending, and adds those of the first {@code shards} first. */
  List<LimitSlice> lock(LimitDay day, int shards);

  /** Writes the slices, which are locked, as cut from this limit. */
  void replace(LimitDay day, BigDecimal perDay, List<LimitSlice> slices);

  /**
   * Gives an amount back that was used in a slice. What becomes free goes to the first slice: if
   * more than the limit is used, no other slice may have anything left.
   */
  void release(LimitDay day, int shard, Money amount);

  /** Returns what is used on the day, over all slices. */
  BigDecimal used(LimitDay day);
}
