package com.yuge.payment.domain.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.contracts.PartitionLeasesContract;
import com.yuge.payment.domain.fixtures.PayOrderBook;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import java.time.ZoneOffset;

class InMemoryPartitionLeasesTest extends PartitionLeasesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final SettableClock clock = new SettableClock(PayOrderBook.NOW, ZoneOffset.UTC);
  private final PartitionLeases leases = new InMemoryPartitionLeases(store, store, clock);

  @Override
  protected PartitionLeases leases() {
    return leases;
  }

  @Override
  protected Transactions transactions() {
    return store;
  }

  @Override
  protected void allEnd() {
    clock.advance(Duration.ofHours(1));
  }

  @Override
  protected void allEndInAnHour() {
    clock.advance(Duration.ofHours(-1));
  }

  @Override
  protected void lock(int partition) {
    assertThat(store.partitions.lock(partition)).isPresent();
  }
}
