package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.fakes.InMemoryStore.Waiting;
import com.yuge.payment.domain.order.Outbox;
import com.yuge.payment.domain.order.PayOrderEvent;
import com.yuge.payment.domain.relay.CommitSignal;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** {@link Outbox} in memory. */
public final class InMemoryOutbox implements Outbox {
  private final InMemoryStore store;
  private final CommitSignal signal;

  /** An outbox that nobody drains. */
  public InMemoryOutbox(InMemoryStore store) {
    this(store, (partition, row) -> {});
  }

  public InMemoryOutbox(InMemoryStore store, CommitSignal signal) {
    this.store = store;
    this.signal = signal;
  }

  @Override
  public void append(PayOrderEvent event) {
    OpenTransaction open = store.required();
    long row = store.nextId();
    int partition = partitionOf(event.payNo().value());
    if (!store.eventIds.insert(event.eventId(), row)) {
      throw new IllegalStateException("event id taken: " + event.eventId());
    }
    open.write(store.events, row, event);
    open.write(store.pending, row, new Waiting(row, partition, event));
    store.afterCommit(() -> signal.committed(partition, row));
  }

  private int partitionOf(String key) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(StandardCharsets.US_ASCII));
    return (int) (crc.getValue() % store.partitions.view().size());
  }
}
