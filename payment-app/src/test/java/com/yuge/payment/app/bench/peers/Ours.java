package com.yuge.payment.app.bench.peers;

import com.yuge.payment.app.bench.Bench;
import com.yuge.payment.app.bench.Payments;
import com.yuge.payment.app.bench.RelayTrouble;
import com.yuge.payment.domain.outbox.relay.CommitSignal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service as it is. */
final class Ours implements Peer {
  private static final String FIRSTS =
      """
      SELECT partition_no AS `partition`, MIN(id) AS `row`
      FROM t_outbox_event GROUP BY partition_no
      """;

  private static final String PENDING =
      """
      INSERT INTO t_outbox_pending (partition_no, event_row_id, aggregate_key)
      SELECT partition_no, id, aggregate_key FROM t_outbox_event ORDER BY id
      """;

  private final Bench bench;
  private final Payments payments;
  private RelayTrouble trouble = new RelayTrouble();

  Ours(Bench bench) {
    this.bench = bench;
    this.payments = Payments.of(bench.service());
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public void clear() {
    bench.events().clear();
  }

  @Override
  public void start() {
    trouble = new RelayTrouble();
    bench.service().startRelay();
  }

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public void stop() {
    bench.service().stopRelay();
  }

  @Override
  public boolean hasList() {
    return true;
  }

  /** Signals as the transactions that wrote them would, as soon as they wait. */
  @Override
  public void release(Backlog backlog) {
    JdbcClient jdbc = JdbcClient.create(bench.pool());
    expect(backlog, jdbc.sql("INSERT INTO t_outbox_event " + backlog.select()).update());
    List<First> firsts = jdbc.sql(FIRSTS).query(First.class).list();
    CommitSignal signal = bench.service().bean(CommitSignal.class);
    expect(backlog, jdbc.sql(PENDING).update());
    firsts.forEach(first -> signal.committed(first.partition(), first.row()));
  }

  private record First(int partition, long row) {}

  private static void expect(Backlog backlog, int rows) {
    if (rows != backlog.count()) {
      throw new IllegalStateException("wrote " + rows + " rows of " + backlog.count());
    }
  }

  @Override
  public boolean hadTrouble() {
    return trouble.wasThere();
  }
}
