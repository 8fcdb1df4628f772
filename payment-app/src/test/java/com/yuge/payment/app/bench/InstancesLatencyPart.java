package com.yuge.payment.app.bench;

import com.yuge.payment.domain.shared.Transactions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.HdrHistogram.Histogram;
import org.apache.rocketmq.common.message.MessageQueue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From commit to consumer at a steady rate where one instance publishes, and where three share the
 * partitions, with hints and without: all is committed by the first, which then owns a third.
 */
final class InstancesLatencyPart implements Part {
  private static final int PER_SECOND = 200;

  /** So few that polls become rare between them. */
  private static final int FEW_PER_SECOND = 5;

  private static final int WARM_UP_PER_SECOND = 400;
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final int THREADS = 8;
  private static final int FURTHER = 2;
  private static final int LEAST_SHARE = 5;

  private final Path folder;

  InstancesLatencyPart(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "instances-latency";
  }

  @Override
  public void run(Bench bench, Results results) {
    bench.service().stopRelay();
    String url = bench.stack().createDatabase("bench_instances_latency");
    List<String> arguments = bench.stack().arguments(url);
    try (BenchService service = BenchService.start(arguments)) {
      new Measurement(bench, results, service, bench.stack().pool(url)).run(arguments);
    }
  }

  /** All of it on one set of orders: instances that run must not see a table emptied. */
  private final class Measurement {
    private final Bench bench;
    private final Results results;
    private final BenchService service;
    private final DataSource pool;
    private final AtomicLongArray committed;
    private final Payments payments;
    private final ThreadLocal<Integer> paying = new ThreadLocal<>();
    private int next;

    Measurement(Bench bench, Results results, BenchService service, DataSource pool) {
      this.bench = bench;
      this.results = results;
      this.service = service;
      this.pool = pool;
      this.committed =
          new AtomicLongArray(2 * warmUp() + 3 * count(PER_SECOND) + 2 * count(FEW_PER_SECOND));
      this.payments = Payments.with(service, this::noteCommit);
      EventLog unused = new EventLog(pool); // has the digits that orders are counted with
      new OpenOrders(pool).load(committed.length());
    }

    void run(List<String> arguments) {
      service.startRelay();
      Histogram unused = measure(WARM_UP_PER_SECOND, warmUp());
      double one = told("1 instance", PER_SECOND);
      List<Instance> further = new ArrayList<>();
      try {
        for (int number = 1; number <= FURTHER; number++) {
          Path log = folder.resolve("latency-instance-" + number + ".log");
          further.add(Instance.start(log, arguments));
        }
        further.forEach(each -> Waiting.until("the start of an instance", each::isReady));
        Waiting.until("three shares", this::isShared);
        unused = measure(WARM_UP_PER_SECOND, warmUp());
        double three = told("3 instances", PER_SECOND);
        told("3 instances", FEW_PER_SECOND);
        results.ratio("p99 at 200/s, one instance / three", one / three, 0.5);
        withoutRedis();
      } finally {
        further.forEach(Instance::close);
        service.stopRelay();
      }
    }

    private void withoutRedis() {
      bench.stack().redis().stop();
      try {
        told("3 instances, Redis away", PER_SECOND);
        told("3 instances, Redis away", FEW_PER_SECOND);
      } finally {
        bench.stack().redis().start();
      }
    }

    /** Returns the p99 in nanoseconds. */
    private double told(String what, int perSecond) {
      String name = "%s, %d/s".formatted(what, perSecond);
      Histogram nanos = measure(perSecond, count(perSecond));
      results.latency(name(), name + ", commit to consumer", nanos);
      return nanos.getValueAtPercentile(99);
    }

    private Histogram measure(int perSecond, int count) {
      int first = next;
      next += count;
      Map<MessageQueue, Long> begin = bench.topic().end();
      try (Arrivals arrivals =
          new Arrivals(bench.stack().nameServer(), begin, committed.length())) {
        new OpenLoop(perSecond, THREADS).run(count, number -> pay(first + number));
        if (!Waiting.happens(() -> arrivals.count() == count)) {
          results.problem(name() + ": not every event came to the consumer");
        }
        Delivered.since(begin, ids(first, count), bench).require(name(), bench, results);
        return histogram(first, count, arrivals);
      }
    }

    private void pay(int number) {
      paying.set(number);
      payments.pay(number);
    }

    // Registered before the outbox registers its signal: the clock starts before the relay does.
    private void noteCommit() {
      int number = paying.get();
      service.bean(Transactions.class).afterCommit(() -> committed.set(number, System.nanoTime()));
    }

    private Histogram histogram(int first, int count, Arrivals arrivals) {
      Histogram nanos = new Histogram(3);
      IntStream.range(first, first + count)
          .filter(arrivals::has)
          .forEach(
              number ->
                  nanos.recordValue(Math.max(0, arrivals.at(number) - committed.get(number))));
      return nanos;
    }

    private int count(int perSecond) {
      return (int) (perSecond * bench.scale().time(TIME).toSeconds());
    }

    private int warmUp() {
      return (int) (WARM_UP_PER_SECOND * bench.scale().time(WARM_UP).toSeconds());
    }

    private boolean isShared() {
      List<Integer> shares =
          JdbcClient.create(pool)
              .sql("SELECT COUNT(*) FROM t_outbox_partition GROUP BY owner")
              .query(Integer.class)
              .list();
      return shares.size() == FURTHER + 1 && shares.stream().allMatch(n -> n >= LEAST_SHARE);
    }

    private static Set<String> ids(int first, int count) {
      return IntStream.range(first, first + count)
          .mapToObj(number -> OpenOrders.payNo(number).value() + "-2")
          .collect(Collectors.toSet());
    }
  }
}
