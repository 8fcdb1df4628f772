package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.Bench;
import com.yuge.payment.app.bench.Payments;
import com.yuge.payment.app.bench.Waiting;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Debezium, which follows the binlog in a process of its own and publishes what is inserted. */
final class ChangeDataCapture implements Peer {
  private static final String TABLE = "bench_change_data_capture";

  private final Bench bench;
  private final String database;
  private final OutboxTable table;
  private final Payments payments;
  private @Nullable CdcProcess process;

  /**
   * @param database the one that the service uses
   */
  ChangeDataCapture(Bench bench, String database) {
    this.bench = bench;
    this.database = database;
    JdbcClient jdbc = JdbcClient.create(bench.service().bean(DataSource.class));
    this.table = new OutboxTable(jdbc, TABLE, "PRIMARY KEY (id)");
    this.payments = Payments.into(bench.service(), table);
  }

  @Override
  public String name() {
    return "change data capture";
  }

  @Override
  public void clear() {
    table.clear();
  }

  /** It begins at the binlog's end: the rounds of others are none of its business. */
  @Override
  public void start() {
    CdcProcess started = CdcProcess.start(bench.stack(), database, TABLE);
    process = started;
    Waiting.until(
        "Debezium",
        () -> {
          table.append(new EventText("probe", "probe", "PROBE", "0".repeat(32)));
          return started.isFollowing();
        });
  }

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public void stop() {
    CdcProcess started = process;
    if (started != null) {
      started.close();
    }
    process = null;
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
    CdcProcess started = process;
    return started != null && started.hadTrouble();
  }
}
