package com.yuge.payment.app.bench;

import com.yuge.payment.domain.order.DueOrders;
import com.yuge.payment.domain.order.PayStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a search for due orders costs, beside 10 thousand orders that have ended, and 2 million. */
final class ReconcilePart implements Part {
  private static final int FEW = 10_000;
  private static final int MANY = 2_000_000;
  private static final int DUE = 100;
  private static final int ROUNDS = 21;
  private static final Duration HOLD = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "reconcile";
  }

  @Override
  public void run(Bench bench, Results results) {
    FinishedOrders finished = new FinishedOrders(bench.pool());
    new OpenOrders(bench.pool()).load(DUE);
    Cost few = cost(bench, results, finished, bench.scale().events(FEW));
    Cost many = cost(bench, results, finished, bench.scale().events(MANY));
    finished.clear();
    results.ratio("scan: time beside 10 thousand / 2 million", few.millis() / many.millis(), 0.5);
    results.ratio("scan: rows read beside 10 thousand / 2 million", few.rows() / many.rows(), 0.9);
  }

  private record Cost(double millis, double rows) {}

  private Cost cost(Bench bench, Results results, FinishedOrders finished, int count) {
    finished.growTo(count);
    Cost unused = claims(bench);
    Cost cost = claims(bench);
    String note = "to take %d due orders, median of %d".formatted(DUE, ROUNDS);
    results.figure(name(), count + " finished: time", cost.millis(), "ms", note);
    results.figure(name(), count + " finished: rows read", cost.rows(), "rows", note);
    return cost;
  }

  private Cost claims(Bench bench) {
    JdbcClient jdbc = JdbcClient.create(bench.pool());
    DueOrders due = bench.service().bean(DueOrders.class);
    List<Double> millis = new ArrayList<>();
    List<Double> rows = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      makeDue(jdbc);
      long read = rowsRead(jdbc);
      Timing timing = Timing.of(() -> claim(due));
      rows.add((double) (rowsRead(jdbc) - read));
      millis.add(timing.took().toNanos() / 1e6);
    }
    return new Cost(Median.of(millis), Median.of(rows));
  }

  private static void claim(DueOrders due) {
    int taken = due.claim(Collections.nCopies(DUE, PayStatus.PAYING), HOLD).size();
    if (taken != DUE) {
      throw new IllegalStateException("took " + taken + " due orders of " + DUE);
    }
  }

  private static void makeDue(JdbcClient jdbc) {
    int made =
        jdbc.sql("UPDATE t_pay_order SET next_check_at = UTC_TIMESTAMP(6) WHERE status = 'PAYING'")
            .update();
    if (made != DUE) {
      throw new IllegalStateException("made " + made + " orders due of " + DUE);
    }
  }

  // Of all sessions: nobody else does anything, but for a look of the watch now and then.
  private static long rowsRead(JdbcClient jdbc) {
    return jdbc
        .sql("SHOW GLOBAL STATUS LIKE 'Handler_read%'")
        .query((row, n) -> row.getLong(2))
        .list()
        .stream()
        .mapToLong(value -> value)
        .sum();
  }
}
