package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.fakes.InMemoryStore.Waiting;
import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import com.yuge.payment.domain.shared.DomainEvent;
import com.yuge.payment.domain.shared.Transactions;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** {@link Outbox} in memory. */
public final class InMemoryOutbox implements Outbox {
  private final InMemoryStore store;
  private final Transactions transactions;
  private final CommitSignal signal;

  /** An outbox that nobody drains. */
  public InMemoryOutbox(InMemoryStore store) {
    this(store, store, (partition, row) -> {});
  }

  /** One whose signal is given when these transactions do what is owed after a commit. */
  public InMemoryOutbox(InMemoryStore store, Transactions transactions, CommitSignal signal) {
    this.store = store;
    this.transactions = transactions;
    this.signal = signal;
  }

  @Override
  public void append(DomainEvent event) {
    OpenTransaction open = store.required();
    long row = store.nextId();
    int partition = partitionOf(event.aggregateKey().value());
    if (!store.eventIds.insert(event.eventId(), row)) {
      throw new IllegalStateException("event id taken: " + event.eventId());
    }
    open.write(store.events, row, event);
    open.write(store.pending, row, new Waiting(row, partition, event));
    transactions.afterCommit(() -> signal.committed(partition, row));
  }

  private int partitionOf(String key) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(StandardCharsets.US_ASCII));
    return (int) (crc.getValue() % store.partitions.view().size());
  }
}
