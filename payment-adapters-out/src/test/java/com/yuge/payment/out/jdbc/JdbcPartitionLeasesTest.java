package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.contracts.PartitionLeasesContract;
import com.yuge.payment.domain.outbox.relay.PartitionLeases;
import com.yuge.payment.domain.shared.Transactions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

class JdbcPartitionLeasesTest extends PartitionLeasesContract {
  @BeforeEach
  void free() {
    OutboxTables.freePartitions();
  }

  @Override
  protected PartitionLeases leases() {
    return OutboxTables.leases();
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }

  @Override
  protected void allEnd() {
    allEndIn(Duration.ofSeconds(-1));
  }

  @Override
  protected void allEndInAnHour() {
    allEndIn(Duration.ofHours(1));
  }

  private static void allEndIn(Duration time) {
    TestDatabase.jdbc()
        .sql("UPDATE t_outbox_partition SET lease_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND")
        .param(time.toSeconds())
        .update();
    TestDatabase.jdbc()
        .sql("UPDATE t_outbox_instance SET alive_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND")
        .param(time.toSeconds())
        .update();
  }

  @Override
  protected void lock(int partition) {
    assertThat(
            TestDatabase.jdbc()
                .sql("SELECT epoch FROM t_outbox_partition WHERE partition_no = ? FOR UPDATE")
                .param(partition)
                .query(Long.class)
                .single())
        .isPositive();
  }
}
