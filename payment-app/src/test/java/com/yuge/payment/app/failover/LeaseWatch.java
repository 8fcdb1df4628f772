package com.yuge.payment.app.failover;

import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessException;

/**
 * Looks at the leases again and again. Owner and epoch are what an ack is checked against, so one
 * epoch of a partition must never belong to two owners, and an epoch must never go back.
 */
final class LeaseWatch implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Lease> latest = new TreeMap<>();
  private final ReplicatedDatabase database;
  private final AtomicInteger looks = new AtomicInteger();

  private record Lease(int partition, long epoch, String owner) {}

  LeaseWatch(ReplicatedDatabase database) {
    this.database = database;
    Object unused =
        thread.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      database
          .jdbc(database.primary())
          .sql("SELECT partition_no, epoch, owner FROM t_outbox_partition WHERE owner IS NOT NULL")
          .query((row, n) -> new Lease(row.getInt(1), row.getLong(2), row.getString(3)))
          .list()
          .forEach(this::compare);
      int unused = looks.incrementAndGet();
    } catch (DataAccessException noPrimaryNow) {
      // The next look finds the next one.
    }
  }

  private void compare(Lease now) {
    Lease before = latest.put(now.partition(), now);
    if (before != null && isBroken(before, now)) {
      faults.add(before + ", then " + now);
    }
  }

  private static boolean isBroken(Lease before, Lease now) {
    return now.epoch() < before.epoch()
        || (now.epoch() == before.epoch() && !now.owner().equals(before.owner()));
  }

  Queue<String> faults() {
    return faults;
  }

  int looks() {
    return looks.get();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
