package com.yuge.payment.domain.limit;

import com.yuge.payment.domain.shared.InvalidValue;
import com.yuge.payment.domain.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * The most that a subject may pay.
 *
 * @param perTransaction the largest payment; null for no such limit
 * @param perDay the sum of a day's payments; null for no such limit
 * @param shards the number of rows over which a day's sum is spread; as many payments can be
 *     counted at once
 * @param version counts the changes from 1; 0 until stored
 */
public record Limit(
    LimitSubject subject,
    @Nullable Money perTransaction,
    @Nullable Money perDay,
    int shards,
    int version) {
  public static final int MOST_SHARDS = 64;

  public Limit {
    if (shards < 1 || shards > MOST_SHARDS) {
      throw new InvalidValue("shards", "limit-shards");
    }
    if (perTransaction == null && perDay == null) {
      throw new InvalidValue("perDay", "limit-amounts");
    }
  }

  /** Whether one payment of this amount is too large. */
  boolean forbids(Money amount) {
    return perTransaction != null && amount.amount().compareTo(perTransaction.amount()) > 0;
  }
}
