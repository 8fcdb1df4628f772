package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.outbox.relay.BlockedKeys;
import com.yuge.payment.domain.outbox.relay.Lease;
import com.yuge.payment.domain.shared.Transactions;

/** {@link BlockedKeys} in memory. */
public final class InMemoryBlockedKeys implements BlockedKeys {
  private final InMemoryStore store;
  private final Transactions transactions;

  public InMemoryBlockedKeys(InMemoryStore store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  /** As an operator does. */
  public void unblock(String key) {
    transactions.run(() -> store.blocked.removeIfThere(key));
  }

  @Override
  public Blocking block(String owner, Lease lease, Block block, int most) {
    return transactions.call(
        () -> {
          boolean mine =
              store
                  .partitions
                  .lock(lease.partition())
                  .filter(row -> owner.equals(row.owner()) && row.epoch() == lease.epoch())
                  .isPresent();
          if (!mine) {
            return Blocking.FENCED;
          }
          if (store.blocked.rows().size() >= most) {
            return Blocking.FULL;
          }
          // Blocked before by another's batch: as good.
          boolean unused = store.blocked.insert(block.key(), block);
          return Blocking.BLOCKED;
        });
  }
}
