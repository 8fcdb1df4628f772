package com.yuge.payment.domain.outbox.relay;

/** The keys whose events wait for a person, because the broker refuses one of them. */
public interface BlockedKeys {
  /**
   * Blocks the key's events from now on, if the owner still has the lease and fewer than {@code
   * most} keys are blocked.
   */
  Blocking block(String owner, Lease lease, Block block, int most);

  /**
   * A key to block, and the reason.
   *
   * @param attempts how often the broker refused the event when it was sent alone
   */
  record Block(String key, int attempts, String reason) {}

  /** Whether the key was blocked. */
  enum Blocking {
    BLOCKED,
    /** Another instance has taken the partition. */
    FENCED,
    /** So many keys are blocked already that the events are unlikely to be at fault. */
    FULL
  }
}
