package com.yuge.payment.out.jdbc;

import com.yuge.payment.out.outbox.Lease;
import com.yuge.payment.out.outbox.PartitionLeases;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link PartitionLeases} in t_outbox_partition, by the database's clock alone. */
final class JdbcPartitionLeases implements PartitionLeases {
  private final JdbcClient jdbc;

  JdbcPartitionLeases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Lease> keep(String owner, Duration time) {
    return StoreErrors.ask(
        () -> {
          renew(owner, time);
          claim(owner, time);
          return held(owner);
        });
  }

  // A lease that ran out unclaimed is still the owner's: the epoch says nobody published since.
  private void renew(String owner, Duration time) {
    jdbc.sql(
            """
                UPDATE t_outbox_partition
                SET lease_until = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                WHERE owner = :owner
                """)
        .param("owner", owner)
        .param("micros", micros(time))
        .update();
  }

  private void claim(String owner, Duration time) {
    jdbc.sql(
            """
                UPDATE t_outbox_partition
                SET owner = :owner, epoch = epoch + 1,
                    lease_until = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                WHERE owner IS NULL OR lease_until < UTC_TIMESTAMP(6)
                """)
        .param("owner", owner)
        .param("micros", micros(time))
        .update();
  }

  private List<Lease> held(String owner) {
    return jdbc.sql("SELECT partition_no, epoch FROM t_outbox_partition WHERE owner = :owner")
        .param("owner", owner)
        .query((row, n) -> new Lease(row.getInt("partition_no"), row.getLong("epoch")))
        .list();
  }

  @Override
  public void release(String owner, Collection<Integer> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    StoreErrors.ask(
        () ->
            jdbc.sql(
                    """
                        UPDATE t_outbox_partition SET owner = NULL, lease_until = NULL
                        WHERE owner = :owner AND partition_no IN (:partitions)
                        """)
                .param("owner", owner)
                .param("partitions", partitions)
                .update());
  }

  private static long micros(Duration time) {
    return TimeUnit.MICROSECONDS.convert(time);
  }
}
