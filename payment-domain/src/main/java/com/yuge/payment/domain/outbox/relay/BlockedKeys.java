package com.yuge.payment.domain.outbox.relay;

/** The keys whose events wait for a person, because the broker refuses one of them. */
public interface BlockedKeys {
  /**
   * Keeps the key's events back from now on, if the lease is still the owner's and fewer than
   * {@code most} keys are blocked yet.
   */
  Blocking block(String owner, Lease lease, Block block, int most);

  /**
   * What is blocked, and why.
   *
   * @param attempts how often the broker refused the event, alone
   */
  record Block(String key, int attempts, String reason) {}

  /** Whether it was blocked. */
  enum Blocking {
    BLOCKED,
    /** Another has taken the partition since. */
    FENCED,
    /** So many are blocked already that it cannot be the events' own fault. */
    FULL
  }
}
