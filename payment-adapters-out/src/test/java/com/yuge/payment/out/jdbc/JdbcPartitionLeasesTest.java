package com.yuge.payment.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.domain.contracts.PartitionLeasesContract;
import com.yuge.payment.domain.relay.PartitionLeases;
import com.yuge.payment.domain.shared.Transactions;
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
    TestDatabase.jdbc()
        .sql("UPDATE t_outbox_partition SET lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND")
        .update();
    TestDatabase.jdbc()
        .sql("UPDATE t_outbox_instance SET alive_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND")
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
