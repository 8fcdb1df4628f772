package com.yuge.payment.domain.outbox.relay;

/**
 * How many partitions each instance holds: all hold the same number, the first few one more.
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
