package com.yuge.payment.domain.outbox.relay;

/**
 * How many partitions each instance holds. All hold the same number, except that the first few hold
 * one more.
 *
 * @param partitions the number of partitions
 * @param instances the number of live instances, including this one
 * @param rank how many live instances come before this one, in an order that all agree on
 */
public record FairShare(int partitions, int instances, int rank) {
  public FairShare {
    if (partitions < 0 || rank < 0 || instances <= rank) {
      throw new IllegalArgumentException(rank + " of " + instances + " for " + partitions);
    }
  }

  public int size() {
    return partitions / instances + (rank < partitions % instances ? 1 : 0);
  }
}
