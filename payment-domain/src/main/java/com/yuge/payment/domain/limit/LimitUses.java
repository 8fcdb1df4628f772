package com.yuge.payment.domain.limit;

import com.yuge.payment.domain.shared.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * The used amounts of the days' limits. Methods that write or lock run only inside a transaction,
 * which keeps its locks until it ends.
 */
public interface LimitUses {
  /**
   * Uses the amount in one slice, if the slices belong to this limit and the amount fits. Waits
   * only for a lock on the first slice; any other slice that is locked is not used.
   *
   * @return false when the amount was not used; then nothing is written, and at most the first
   *     slice is locked
   */
  boolean use(LimitDay day, BigDecimal perDay, int shard, Money amount);

  /** Takes back the amount that the same transaction used in a slice; takes no further lock. */
  void undo(LimitDay day, int shard, Money amount);

  /**
   * Adds the missing ones of the first {@code shards} slices, then locks all slices of the day,
   * ascending.
   */
  List<LimitSlice> lock(LimitDay day, int shards);

  /** Writes the slices, which are locked, as parts of this limit. */
  void replace(LimitDay day, BigDecimal perDay, List<LimitSlice> slices);

  /**
   * Releases an amount that was used in a slice. The released amount goes to the first slice,
   * because no other slice may have anything left while the use exceeds the limit.
   */
  void release(LimitDay day, int shard, Money amount);

  /** Returns the amount that is used on the day, over all slices. */
  BigDecimal used(LimitDay day);
}
