package com.yuge.payment.app.bench.recovery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Commits an event in each partition, again and again, by a connection of its own and without a
 * word to the relay. Connects again at once when the database is away.
 */
final class Trickle extends Thread {
  static final int PARTITIONS = 16;
  private static final long PAUSE_MILLIS = 100;
  private static final long END_MILLIS = 30_000;

  private static final String EVENT =
      """
      INSERT INTO t_outbox_event (event_id, partition_no, aggregate_key, tag, payload, headers,
        created_at) VALUES (?, ?, ?, 'RECOVERY', ?, '{}', UTC_TIMESTAMP(6))
      """;
  private static final String PENDING =
      """
      INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
      SELECT partition_no, id, aggregate_key FROM t_outbox_event WHERE event_id = ?
      """;

  private final String url;
  private volatile boolean ended;
  private volatile @Nullable Throwable failure;
  private int round;

  Trickle(String url) {
    super("trickle");
    this.url = url;
    start();
  }

  @Override
  public void run() {
    try {
      while (!ended) {
        connected();
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      failure = e;
    }
  }

  private void connected() throws InterruptedException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement event = connection.prepareStatement(EVENT);
        PreparedStatement pending = connection.prepareStatement(PENDING)) {
      connection.setAutoCommit(false);
      while (!ended) {
        append(event, pending);
        connection.commit();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (SQLException away) {
      // Whether the round was committed is in the log; the next round has other ids.
      round++;
    }
  }

  private void append(PreparedStatement event, PreparedStatement pending) throws SQLException {
    round++;
    for (int partition = 0; partition < PARTITIONS; partition++) {
      String id = "%02d-%09d".formatted(partition, round);
      event.setString(1, id);
      event.setInt(2, partition);
      event.setString(3, "P%02d".formatted(partition));
      event.setString(4, "{\"at\":%d}".formatted(System.currentTimeMillis()));
      pending.setString(1, id);
      if (event.executeUpdate() != 1 || pending.executeUpdate() != 1) {
        throw new IllegalStateException("not appended: " + id);
      }
    }
  }

  /** Ends it, and fails when it has failed. */
  void end() throws InterruptedException {
    ended = true;
    join(END_MILLIS);
    if (isAlive() || failure != null) {
      throw new IllegalStateException("the trickle did not end well", failure);
    }
  }
}
