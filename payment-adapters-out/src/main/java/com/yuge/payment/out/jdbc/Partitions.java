package com.yuge.payment.out.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Maps a key to its partition: crc32 modulo the number of rows in t_outbox_partition. */
final class Partitions {
  private final JdbcClient jdbc;
  private volatile int count;

  Partitions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int of(String key) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(StandardCharsets.US_ASCII));
    return (int) (crc.getValue() % count());
  }

  // Read once. The number may change only while no event waits and no instance runs. Otherwise an
  // event could overtake an earlier one of its aggregate that waits in another partition.
  private int count() {
    if (count == 0) {
      count =
          jdbc.sql("SELECT COUNT(partition_no) FROM t_outbox_partition")
              .query(Integer.class)
              .single();
    }
    return count;
  }
}
