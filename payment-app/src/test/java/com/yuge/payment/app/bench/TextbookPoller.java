package com.yuge.payment.app.bench;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox that articles show: rows are claimed with SKIP LOCKED, sent one by one, marked, and
 * committed. Under READ COMMITTED, which is kind to it.
 */
final class TextbookPoller {
  private static final String CLAIM =
      """
      SELECT id, partition_no AS `partition`, event_id, aggregate_key AS `key`, tag, payload, headers
      FROM bench_textbook WHERE status = 0 ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final BenchProducer producer;

  TextbookPoller(DataSource pool, BenchProducer producer) {
    this.jdbc = JdbcClient.create(pool);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    this.producer = producer;
  }

  /** Its table holds what is in the log, all of it unsent. */
  int fill() {
    int dropped = jdbc.sql("DROP TABLE IF EXISTS bench_textbook").update();
    int created =
        jdbc.sql(
                """
                CREATE TABLE bench_textbook (
                  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
                  partition_no INT NOT NULL, event_id VARCHAR(64) NOT NULL,
                  aggregate_key VARCHAR(64) NOT NULL, tag VARCHAR(64) NOT NULL,
                  payload TEXT NOT NULL, headers VARCHAR(1024) NOT NULL,
                  status TINYINT NOT NULL DEFAULT 0, KEY idx_status (status, id))
                """)
            .update();
    int filled =
        jdbc.sql(
                """
                INSERT INTO bench_textbook (partition_no, event_id, aggregate_key, tag, payload,
                  headers)
                SELECT partition_no, event_id, aggregate_key, tag, payload, headers
                FROM t_outbox_event ORDER BY id
                """)
            .update();
    return dropped + created + filled;
  }

  void drain(int threads) {
    Threads.run(
        threads,
        thread -> {
          boolean found = true;
          while (found) {
            found = Boolean.TRUE.equals(transactions.execute(status -> publish()));
          }
        });
  }

  private boolean publish() {
    List<LoggedEvent> claimed = jdbc.sql(CLAIM).query(LoggedEvent.class).list();
    claimed.forEach(event -> producer.send(event.message(), event.partition()));
    if (!claimed.isEmpty()) {
      mark(claimed.stream().map(LoggedEvent::id).toList());
    }
    return !claimed.isEmpty();
  }

  private void mark(List<Long> ids) {
    int marked =
        jdbc.sql("UPDATE bench_textbook SET status = 1 WHERE id IN (:ids)")
            .param("ids", ids)
            .update();
    if (marked != ids.size()) {
      throw new IllegalStateException("marked " + marked + " rows of " + ids.size());
    }
  }
}
