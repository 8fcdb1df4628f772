package com.yuge.payment.app.failover;

import com.yuge.payment.app.e2e.ServiceProcess;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What callers see after a fault, and when; in milliseconds since the fault. */
final class FailoverTimes {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PARTITIONS = 16;

  private final long fault = System.nanoTime();
  private final StringBuilder told = new StringBuilder();

  void tell(String what) {
    told.append(", %s after %,d ms".formatted(what, (System.nanoTime() - fault) / 1_000_000));
  }

  /**
   * @param primary the new one
   */
  void await(JdbcClient primary, PayerLoad load) {
    tell("promoted");
    long newest = primary.sql("SELECT MAX(id) FROM t_outbox_event").query(Long.class).single();
    load.awaitOneBegunAfter(fault);
    tell("first payment");
    awaitPartitions(primary, newest, 1);
    tell("first event");
    awaitPartitions(primary, newest, PARTITIONS);
    tell("events of all partitions");
  }

  /** Waits until the broker has acknowledged an event of so many partitions. */
  private static void awaitPartitions(JdbcClient primary, long newest, int partitions) {
    ServiceProcess.quickly()
        .atMost(PATIENCE)
        .until(
            () ->
                primary
                        .sql(
                            """
                            SELECT COUNT(DISTINCT e.partition_no) FROM t_outbox_event e
                            WHERE e.id > ? AND NOT EXISTS (SELECT 1 FROM t_outbox_pending p
                              WHERE p.partition_no = e.partition_no AND p.event_row_id = e.id)
                            """)
                        .param(newest)
                        .query(Integer.class)
                        .single()
                    >= partitions);
  }

  @Override
  public String toString() {
    return told.substring(2);
  }
}
