package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.BenchProducer;
import com.yuge.payment.app.bench.LoggedEvent;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.rocketmq.common.message.Message;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One thread of {@link StaticPartitions}. */
final class PartitionPoller implements AutoCloseable {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int BATCH = 200;
  private static final long PATIENCE_MILLIS = 30_000;

  private static final String HEAD =
      """
      (SELECT id, partition_no AS `partition`, event_id, aggregate_key AS `key`, tag, payload,
        headers
      FROM %s WHERE partition_no = ? ORDER BY id LIMIT %d)""";

  // Point by point by the primary key, and never a range: a row of a lower id may be committed
  // since.
  private static final String DELETE =
      """
      DELETE o FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) h
      STRAIGHT_JOIN %s o FORCE INDEX (PRIMARY) ON o.id = h.id
      """;

  private final JdbcClient jdbc;
  private final List<Integer> partitions;
  private final String heads;
  private final String delete;
  private final BenchProducer producer;
  private final Thread thread = new Thread(this::run, "static-partitions");
  private volatile boolean open = true;
  private volatile boolean troubled;

  PartitionPoller(JdbcClient jdbc, String table, List<Integer> partitions, String nameServer) {
    this.jdbc = jdbc;
    this.partitions = partitions;
    String head = HEAD.formatted(table, BATCH);
    this.heads = String.join("\nUNION ALL\n", Collections.nCopies(partitions.size(), head));
    this.delete = DELETE.formatted(table);
    this.producer = new BenchProducer(nameServer);
    thread.start();
  }

  private void run() {
    while (open) {
      try {
        if (!publish()) {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      } catch (RuntimeException again) {
        troubled = true;
        System.out.println(
            "bench: static partitions send again after "
                + NestedExceptionUtils.getMostSpecificCause(again));
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** Returns whether there was anything; one commit for what this thread has sent. */
  private boolean publish() {
    List<LoggedEvent> events =
        jdbc.sql(heads).params(List.copyOf(partitions)).query(LoggedEvent.class).list();
    if (events.isEmpty()) {
      return false;
    }
    events.stream()
        .sorted(Comparator.comparingLong(LoggedEvent::id))
        .collect(Collectors.groupingBy(LoggedEvent::partition, TreeMap::new, Collectors.toList()))
        .forEach(this::send);
    delete(events);
    return true;
  }

  private void send(int partition, List<LoggedEvent> head) {
    List<Message> batch = head.stream().map(LoggedEvent::message).toList();
    producer.send(batch, partition);
  }

  private void delete(List<LoggedEvent> events) {
    String rows = events.stream().map(LoggedEvent::id).toList().toString();
    int deleted = jdbc.sql(delete).param(rows).update();
    if (deleted != events.size()) {
      throw new IllegalStateException("deleted " + deleted + " rows of " + events.size());
    }
  }

  boolean hadTrouble() {
    return troubled;
  }

  @Override
  public void close() {
    open = false;
    LockSupport.unpark(thread);
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close();
  }
}
