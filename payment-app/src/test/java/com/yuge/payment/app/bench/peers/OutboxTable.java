package com.yuge.payment.app.bench.peers;

import com.yuge.payment.domain.outbox.Outbox;
import com.yuge.payment.domain.shared.DomainEvent;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A peer's own outbox: one table, one insert in the payment's transaction. */
final class OutboxTable implements Outbox {
  static final int PARTITIONS = 16;

  private final JdbcClient jdbc;
  private final String name;

  /** Makes it anew. */
  OutboxTable(JdbcClient jdbc, String name, String keys) {
    this.jdbc = jdbc;
    this.name = name;
    int unused = jdbc.sql("DROP TABLE IF EXISTS " + name).update();
    unused +=
        jdbc.sql(
                """
                CREATE TABLE %s (
                  id            BIGINT        NOT NULL AUTO_INCREMENT,
                  event_id      VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
                  partition_no  INT           NOT NULL,
                  aggregate_key VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
                  tag           VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
                  payload       TEXT          NOT NULL,
                  headers       VARCHAR(1024) NOT NULL,
                  created_at    DATETIME(6)   NOT NULL,
                  %s
                ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4
                """
                    .formatted(name, keys))
            .update();
  }

  void clear() {
    jdbc.sql("TRUNCATE TABLE " + name).update();
  }

  /**
   * @param patient a client without the service's bound on a statement's time
   */
  void release(Backlog backlog, JdbcClient patient) {
    int written = patient.sql("INSERT INTO " + name + " " + backlog.select()).update();
    if (written != backlog.count()) {
      throw new IllegalStateException("wrote " + written + " events of " + backlog.count());
    }
  }

  @Override
  public void append(DomainEvent event) {
    append(EventText.of(event));
  }

  void append(EventText event) {
    int rows =
        jdbc.sql(
                """
                INSERT INTO %s (event_id, partition_no, aggregate_key, tag, payload, headers,
                  created_at)
                VALUES (:eventId, :partition, :key, :tag, :payload, :headers, UTC_TIMESTAMP(6))
                """
                    .formatted(name))
            .param("eventId", event.eventId())
            .param("partition", partition(event.key()))
            .param("key", event.key())
            .param("tag", event.tag())
            .param("payload", event.payload())
            .param("headers", event.headers())
            .update();
    if (rows != 1) {
      throw new IllegalStateException(rows + " rows of " + event.eventId());
    }
  }

  private static int partition(String key) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(StandardCharsets.US_ASCII));
    return (int) (crc.getValue() % PARTITIONS);
  }
}
