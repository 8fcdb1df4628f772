package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.Bench;
import com.yuge.payment.app.bench.Payments;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The simplest outbox that keeps order: a few threads, each with its fixed partitions, read, send
 * in batches and delete. No leases, so one instance only; no notes of what was published.
 */
final class StaticPartitions implements Peer {
  private static final String TABLE = "bench_static_partitions";
  private static final int THREADS = 4;

  private final Bench bench;
  private final JdbcClient jdbc;
  private final OutboxTable table;
  private final Payments payments;
  private final List<PartitionPoller> pollers = new ArrayList<>();

  /** On the service's own connections, as our relay is. */
  StaticPartitions(Bench bench) {
    this.bench = bench;
    this.jdbc = JdbcClient.create(bench.service().bean(DataSource.class));
    this.table = new OutboxTable(jdbc, TABLE, "PRIMARY KEY (id), KEY (partition_no)");
    this.payments = Payments.into(bench.service(), table);
  }

  @Override
  public String name() {
    return "static partitions";
  }

  @Override
  public void clear() {
    table.clear();
  }

  @Override
  public void start() {
    for (int thread = 0; thread < THREADS; thread++) {
      pollers.add(new PartitionPoller(jdbc, TABLE, partitions(thread), bench.stack().nameServer()));
    }
  }

  private static List<Integer> partitions(int thread) {
    List<Integer> partitions = new ArrayList<>();
    for (int partition = thread; partition < OutboxTable.PARTITIONS; partition += THREADS) {
      partitions.add(partition);
    }
    return partitions;
  }

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public void stop() {
    pollers.forEach(PartitionPoller::close);
    pollers.clear();
  }

  @Override
  public boolean hasList() {
    return true;
  }

  @Override
  public void release(Backlog backlog) {
    table.release(backlog, JdbcClient.create(bench.pool()));
  }

  @Override
  public boolean hadTrouble() {
    return pollers.stream().anyMatch(PartitionPoller::hadTrouble);
  }
}
