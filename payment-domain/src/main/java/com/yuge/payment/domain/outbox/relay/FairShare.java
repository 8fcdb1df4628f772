package com.yuge.payment.domain.outbox.relay;

/**
 * Who holds how many partitions: all the same number, the first few one more.
 *
 * @param partitions how many there are
 * @param instances how many live, this one among them
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
